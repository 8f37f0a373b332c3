/** The words and shapes of scores that other modules and the admin share. */
// Brings the file along that is added to below, also where only this contract is imported.
import type {} from '../../platform/events';
import type { Condition, FieldQuestion, Span } from '../conditions/contract';

export const SCORE_UID = 'plugin::contact-management.score' as const;
/** A score is asked for by its code: column `name`. */
export const SCORES_TABLE = 'cm_scores' as const;
export const AWARDS_TABLE = 'cm_score_awards' as const;
/**
 * What a contact has in a score: `score_id`, `contact_id`, `total`. Who has no row has 0. Always made
 * anew from the awards, never added to.
 */
export const TOTALS_TABLE = 'cm_score_totals' as const;
/** Who came up to a threshold, and when. */
export const CROSSINGS_TABLE = 'cm_score_crossings' as const;

export const ROLL_UPS = ['sum', 'max', 'average'] as const;
export type RollUp = (typeof ROLL_UPS)[number];

export const MOST_POINTS = 10_000;
export const MOST_RULES = 100;
export const MOST_THRESHOLDS = 20;
export const MOST_EMAILS = 20;

/** Units whose length does not depend on the calendar. */
export const VALIDITY_UNITS = ['minutes', 'hours', 'days', 'weeks'] as const;
export type Validity = Span & { unit: (typeof VALIDITY_UNITS)[number] };

/** Every activity of the type that answers the questions; `*` is any type. */
export interface ActivityTrigger {
  kind: 'activity';
  activity: string;
  where?: FieldQuestion[];
}

/** Once, for as long as the condition holds. */
export interface ConditionTrigger {
  kind: 'condition';
  condition: Condition;
}

export interface ScoreRuleSettings {
  /** Tells awards of one rule from those of another; a number that never changes. */
  id: number;
  name: string;
  /** Not 0. */
  points: number;
  on: ActivityTrigger | ConditionTrigger;
  /** Of an activity: each one counts, and not only the first. */
  recurring?: boolean;
  /** Of a recurring one: only the first so many activities of a contact count. */
  cap?: number;
  /** So long after they were awarded, the points are gone. */
  validFor?: Validity;
  /** The last day (in the site's time zone) on which the points count. Not together with `validFor`. */
  until?: string;
  /** After so many days the points count half, after as many again a quarter. */
  halfLifeDays?: number;
  enabled: boolean;
}

export interface Threshold {
  id: number;
  name: string;
  /** Reached by a total of at least so much. */
  at: number;
  /** Who is told of it. */
  emails: string[];
  /** Only the first time that a contact comes up to it. */
  once?: boolean;
}

declare module '../../platform/events' {
  interface DomainEvents {
    /** Contacts whose total came up to a threshold from below; in batches, none of them empty. */
    'score.reached': ScoreReached;
  }
}

export interface ScoreReached {
  /** The score's code. */
  score: string;
  threshold: Pick<Threshold, 'name' | 'at'>;
  contacts: { contactId: number; documentId: string; total: number }[];
}

/** What the admin's screens get. Dates are ISO strings. */
export interface ScoreView {
  documentId: string;
  name: string;
  displayName: string;
  description: string | null;
  enabled: boolean;
  isMain: boolean;
  accountRollUp: RollUp;
  rules: ScoreRuleSettings[];
  thresholds: Threshold[];
  /** When everything was last computed; null: not yet since the rules changed. */
  recomputedAt: string | null;
  createdAt: string;
}

export interface ScoreListItem extends ScoreView {
  /** Contacts whose total is not 0, and the highest of these totals. */
  contacts: number;
  highest: number | null;
}

export interface ScorePage {
  data: ScoreListItem[];
}

/** Somebody's total in a score. */
export interface ScoredContact {
  contact: { documentId: string; displayName: string; email: string | null };
  total: number;
}

export interface ScoredContactPage {
  data: ScoredContact[];
  meta: { nextCursor: string | null; previousCursor: string | null; pageSize: number };
}

/** Contacts whose total is at least `from` and less than `to`. */
export interface DistributionBar {
  from: number;
  to: number;
  contacts: number;
}

export interface Distribution {
  bars: DistributionBar[];
  contacts: number;
  average: number | null;
  highest: number | null;
}

export interface AwardView {
  rule: { id: number; name: string };
  /** Why, in a sentence. */
  reason: string;
  activity: { eventId: string; type: string; title: string | null; url: string | null } | null;
  awardedAt: string;
  /** What was awarded, and what it counts now. */
  points: number;
  pointsNow: number;
  expiresAt: string | null;
  halfLifeDays: number | null;
}

export interface ContactScoreView {
  score: { documentId: string; name: string; displayName: string; isMain: boolean };
  /** The sum of what all its awards count at `computedAt`. */
  total: number;
  computedAt: string | null;
  /** The newest first; those that count nothing any more are left out. */
  awards: AwardView[];
  /** There are more than are listed. */
  hasMore: boolean;
}

/** What an account's current people come to in a score. */
export interface AccountScoreView {
  score: { documentId: string; name: string; displayName: string; isMain: boolean };
  rollUp: RollUp;
  value: number;
  /** Current people, and those among them with a total that is not 0. */
  people: number;
  scored: number;
}
