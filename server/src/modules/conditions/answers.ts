/** What conditions answer with: the shapes that the API and the admin share. */
import type { ValueType } from './rules';

/** What is wrong, and where: `rules[1].rule.operator`; the root is ''. */
export interface ConditionProblem {
  path: string;
  message: string;
}

/** What can change a condition's answer. */
export interface Dependencies {
  /** Attributes of the contact; `customFields` stands for all fields of the settings. */
  fields: string[];
  /** Activity types; `*` is any. */
  activities: string[];
  /** Activity types that change it for everybody in the account of who did it. */
  accountActivities: string[];
  /** Whether memberships, or anything about accounts, change it. */
  accounts: boolean;
  consent: boolean;
  /** Codes. */
  groups: string[];
  scores: string[];
  /** Uids of content types whose entries it asks about. */
  contentTypes: string[];
  clock: boolean;
}

export interface Evidence {
  /** In a sentence: "Country is CZ", "Bought 2 times, last on 3 March". */
  text: string;
  /** The value that was found. */
  value?: unknown;
  /** The newest that matched, and how many there are. */
  activities?: {
    count: number;
    eventIds: string[];
    /** When the newest was; ISO. */ last?: string;
  };
}

/** A node and why it answers as it does. */
export interface Explained {
  type: string;
  /** `rules[1].rule`; the root is ''. */
  path: string;
  /** What it asks, in words. */
  text: string;
  verdict: boolean;
  disabled?: boolean;
  evidence?: Evidence;
  rules?: Explained[];
}

export interface Explanation extends Explained {
  /** When it was asked; ISO. */
  at: string;
}

/** How many a condition matches, and some of them. */
export interface ConditionPreview {
  count: number;
  /** Otherwise it is about so many. */
  exact: boolean;
  sample: { documentId: string; displayName: string; email: string | null }[];
  /** The condition in English words. */
  text: string;
  /** Why it may be slow on many contacts; empty when indexes answer it. */
  warnings: string[];
}

/** What the builder offers to ask about. */
export interface ConditionCatalogue {
  /** Of contacts and of accounts. */
  fields: CatalogueField[];
  accountFields: CatalogueField[];
  activityFields: CatalogueField[];
  /** Names of activity types, with what they are called. */
  activityTypes: { name: string; displayName: string }[];
  contentTypes: { uid: string; displayName: string; fields: CatalogueField[] }[];
  purposes: string[];
  /** The site's: days are in it, unless a group has one of its own. */
  timeZone: string;
  /** Leaf types that a site registered, with the fields of their form. */
  registered: { type: string; label: string; category: string; fields: CatalogueField[] }[];
}

export interface CatalogueField {
  name: string;
  label: string;
  valueType: ValueType;
  /** Of an enumeration, in order. */
  options?: { value: string; label: string }[];
  /** What the builder's picker lists: other values come from `/conditions/values`. */
  entity?: 'owner' | 'status' | 'account-status' | 'role' | 'item' | 'country' | 'tag';
  /** Whether an index answers it: otherwise every row is read. */
  indexed: boolean;
  /** Of the site's own or of the settings. */
  own?: boolean;
}
