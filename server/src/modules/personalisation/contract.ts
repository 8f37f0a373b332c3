/** Who a piece of content is for, and what the admin and the API are told about it. */
import type { Condition } from '../conditions/contract';

export const AUDIENCE_FIELD = 'plugin::contact-management.audience' as const;
export const EXPOSURES_TABLE = 'cm_exposures' as const;

/** One arm of an A/B split: visitors whose bucket lies in from (included) to (excluded), in percent. */
export interface Split {
  /** Arms that are compared share it. */
  name: string;
  variant: string;
  from: number;
  to: number;
}

/** What the custom field holds; null is for everybody. */
export interface Audience {
  /** Codes of groups that pages may know of. */
  groups?: string[];
  condition?: Condition;
  /** Default `any`: in one of the groups, or matches the condition. `none`: neither. */
  match?: 'any' | 'none';
  /** Narrows it to a share of the visitors. */
  split?: Split;
  /** Everybody sees it: whom it is for decides the order alone. */
  always?: boolean;
  /** Shown also to those for whom nothing else of its slot is meant. */
  fallback?: boolean;
  /** What stands for one another, where a page has several such places. Default: ''. */
  slot?: string;
  /** Higher comes first; what has none counts as 0. */
  priority?: number;
}

export const MOST_GROUPS = 50;
export const MAX_PRIORITY = 1_000;

export const REASONS = ['everybody', 'meant', 'fallback', 'not-meant', 'other-shown'] as const;
/** `other-shown`: a fallback that is not needed. */
export type Reason = (typeof REASONS)[number];

export interface Verdict {
  shown: boolean;
  reason: Reason;
  priority: number;
}

/** Whether a page varies, and by what; of use to caches. */
export interface Personalised {
  varies: boolean;
  /** Codes. */
  groups: string[];
  /** As audience tokens name those that a visitor matches. */
  conditions: string[];
  splits: { name: string; bounds: number[] }[];
}

/** Whose eyes an entry is seen with. */
export type SeenAs = { group: string } | { contact: string } | { stranger: true };

/** What decided, in parts; null for what has no audience. */
export interface Why {
  match: 'any' | 'none';
  groups: { code: string; title: string; isIn: boolean }[];
  /** `text` is English, for whom may not read the catalogue; `matches` is null when nobody can tell. */
  condition: { rule: Condition; text: string; matches: boolean | null } | null;
  split: Split | null;
}

export interface SeenPart extends Verdict {
  /** Its place as it was edited. */
  position: number;
  /** Uid of a component; null of the entry itself. */
  component: string | null;
  title: string | null;
  why: Why | null;
}

/** A dynamic zone or a list of components: what is shown, in order, and then what is not. */
export interface SeenList {
  /** `sections`, `sections.0.buttons`. */
  path: string;
  parts: SeenPart[];
}

/** How an entry looks to somebody. Of a split, every arm is shown. */
export interface PreviewView {
  /** Null where the content type has no audience of its own. */
  entry: SeenPart | null;
  lists: SeenList[];
  /** Names of the splits in the entry. */
  splits: string[];
}

export interface VariantResult {
  variant: string;
  /** People who saw it first. */
  visitors: number;
  conversions: number;
  rate: number;
  /** 95 %, Wilson. */
  interval: [number, number];
}

export interface SplitResult {
  split: string;
  activity: string;
  withinDays: number;
  variants: VariantResult[];
  /** Of each further variant against the first: 95 %, Newcombe. */
  differences: {
    variant: string;
    against: string;
    difference: number;
    interval: [number, number];
    beyondChance: boolean;
  }[];
}
