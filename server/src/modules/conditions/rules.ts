/**
 * The condition language: one JSON tree for dynamic groups, scoring rules, saved views and
 * personalisation. These are the shapes after parsing; docs/reference/conditions.md tells each.
 */

/** Any node may be switched off while an editor tries things: it is kept, and asks nothing. */
interface Node {
  disabled?: boolean;
}

export interface BlockRule extends Node {
  type: 'all' | 'any';
  /** At least one that is not switched off. */
  rules: Condition[];
}

export interface NotRule extends Node {
  type: 'not';
  rule: Condition;
}

export const TEXT_OPERATORS = [
  ...(['eq', 'ne', 'contains', 'notContains', 'startsWith', 'endsWith', 'in', 'notIn'] as const),
  ...(['matches', 'isEmpty', 'isNotEmpty'] as const),
] as const;
export const NUMBER_OPERATORS = [
  ...(['eq', 'ne', 'gt', 'gte', 'lt', 'lte', 'between', 'in', 'isEmpty', 'isNotEmpty'] as const),
] as const;
export const DATE_OPERATORS = [
  ...(['on', 'before', 'after', 'between', 'inLast', 'notInLast', 'inNext'] as const),
  ...(['anniversaryIn', 'isEmpty', 'isNotEmpty'] as const),
] as const;
export const BOOLEAN_OPERATORS = ['is'] as const;
export const CHOICE_OPERATORS = ['in', 'notIn', 'isEmpty', 'isNotEmpty'] as const;

/** What can be asked of a field, by what it holds. `choice` is an enumeration or a relation. */
export const OPERATORS = {
  text: TEXT_OPERATORS,
  number: NUMBER_OPERATORS,
  date: DATE_OPERATORS,
  boolean: BOOLEAN_OPERATORS,
  choice: CHOICE_OPERATORS,
} as const;
export type ValueType = keyof typeof OPERATORS;
export type Operator = (typeof OPERATORS)[ValueType][number];

export const UNITS = ['minutes', 'hours', 'days', 'weeks', 'months', 'years'] as const;
export type Unit = (typeof UNITS)[number];

/** A length of time: `inLast`, `notInLast`, `inNext` and `anniversaryIn` take one as their value. */
export interface Span {
  last: number;
  unit: Unit;
}

export type ConditionValue = string | number | boolean | (string | number)[] | Span;

/** One question to one field. `isEmpty` and `isNotEmpty` have no value, `between` has two. */
export interface FieldQuestion {
  field: string;
  operator: Operator;
  value?: ConditionValue;
}

/** A field of the contact: the plugin's, the site's own, or `customFields.<code>` of the settings. */
export interface AttributeRule extends Node, FieldQuestion {
  type: 'attribute';
}

/** Shorthands that editors look for: rewritten to `attribute` before they are compiled. */
export const SHORTHANDS = ['status', 'state', 'owner', 'kind', 'subscription', 'tag'] as const;
export type Shorthand = (typeof SHORTHANDS)[number];
export interface ShorthandRule extends Node {
  type: Shorthand;
  operator: (typeof CHOICE_OPERATORS)[number];
  /** Codes; of `owner` the admin users' ids. */
  value?: (string | number)[];
}

/** Is in an account that matches everything named here. */
export interface AccountRule extends Node {
  type: 'account';
  /** Default: `current`. */
  membership?: 'current' | 'former' | 'ever';
  /** Codes of contact roles: any of them. */
  roles?: string[];
  /** Document ids: in any of them. */
  accounts?: string[];
  /** Also in what is below them. */
  subsidiaries?: boolean;
  /** Of the account's own fields, its `status` (codes) among them: all of them. */
  where?: FieldQuestion[];
}

/** Of when something was done; without one, ever. Ends of `between` are days or ISO instants, both included. */
export type Window = Span | { between: [string, string] } | 'ever';

export const COUNT_OPERATORS = ['atLeast', 'atMost', 'exactly', 'never'] as const;
export type CountOperator = (typeof COUNT_OPERATORS)[number];

/** Activities of a type that answer every question; `*` is any type. */
export interface ActivityTest {
  activity: string;
  /** Of the activity's own fields: url title referrer value utm… item device country … `data.<path>`. */
  where?: FieldQuestion[];
}

/** Has done it so often; or the sum or the largest of the activities' values is so high. */
export interface ActivityRule extends Node, ActivityTest {
  type: 'activity';
  operator: CountOperator;
  /** Of `count` (the default): how often. Not with `never`. */
  count?: number;
  measure?: 'count' | 'sum' | 'max';
  /** Of `sum` and `max`. */
  value?: number;
  window?: Window;
}

/** Did the one, and then the other within so many days after it. */
export interface SequenceRule extends Node {
  type: 'sequence';
  first: ActivityTest;
  then: ActivityTest;
  withinDays: number;
  /** Of the first. */
  window?: Window;
}

/**
 * What everybody in the contact's current accounts did, taken together. `lessThanBefore`: fewer in the
 * window than in the equally long time before it, by at least so many percent.
 */
export interface AccountActivityRule extends Node, ActivityTest {
  type: 'accountActivity';
  operator: CountOperator | 'lessThanBefore';
  count?: number;
  /** Of `lessThanBefore`, 1 to 100; any drop unless given. */
  byPercent?: number;
  window?: Window;
  subsidiaries?: boolean;
}

/** Saw so many different entries of a content type that match. */
export interface ContentRule extends Node {
  type: 'content';
  /** Uid: `api::article.article`. */
  contentType: string;
  operator: CountOperator;
  count?: number;
  /** Of the entry's plain fields, or of what a relation leads to: `category.slug`. */
  where?: FieldQuestion[];
  /** Default: `pagevisit`. */
  activity?: string;
  window?: Window;
}

/** Is in another group (its code), by what is stored. */
export interface GroupRule extends Node {
  type: 'group';
  group: string;
}

/** The total of a score (its code). */
export interface ScoreRule extends Node {
  type: 'score';
  score: string;
  operator: Exclude<(typeof NUMBER_OPERATORS)[number], 'isEmpty' | 'isNotEmpty'>;
  value: number | number[];
}

export interface ConsentRule extends Node {
  type: 'consent';
  purpose: string;
  /** `has`: it was granted and not withdrawn since. */
  operator: 'has' | 'lacks';
}

/** Facts of the calendar, in the condition's time zone: all that are named. */
export interface TimeRule extends Node {
  type: 'time';
  /** 1 is Monday, 7 is Sunday. */
  weekdays?: number[];
  /** Full hours: from 9 until before 17; `from` after `to` goes over midnight. */
  hours?: { from: number; to: number };
  /** Days, both included. */
  dates?: { from?: string; to?: string };
}

export interface BuiltInRules {
  attribute: AttributeRule;
  account: AccountRule;
  activity: ActivityRule;
  sequence: SequenceRule;
  accountActivity: AccountActivityRule;
  content: ContentRule;
  group: GroupRule;
  score: ScoreRule;
  consent: ConsentRule;
  time: TimeRule;
}

/** Of a site's own making: its leaf type says what it holds. */
export interface RegisteredRule extends Node {
  type: `${string}.${string}`;
  [property: string]: unknown;
}

export type CoreLeaf = BuiltInRules[keyof BuiltInRules] | RegisteredRule;
export type Leaf = CoreLeaf | ShorthandRule;
export type Condition = BlockRule | NotRule | Leaf;
/** After the shorthands are rewritten, and what is switched off is gone. */
export type CoreCondition =
  { type: 'all' | 'any'; rules: CoreCondition[] } | { type: 'not'; rule: CoreCondition } | CoreLeaf;
