/** A rule while it is edited: the server gives a new one its number. */
import type { Condition } from '../../../../../server/src/modules/conditions/contract';
import type { ScoreRuleSettings } from '../../../../../server/src/modules/scoring/contract';

type Trigger =
  | Extract<ScoreRuleSettings['on'], { kind: 'activity' }>
  | { kind: 'condition'; condition: Condition | null };

export type RuleDraft = Omit<ScoreRuleSettings, 'id' | 'on'> & { id?: number; on: Trigger };

export const newRule = (): RuleDraft => ({
  name: '',
  points: 10,
  on: { kind: 'activity', activity: 'pagevisit' },
  enabled: true,
});

/** Whether nothing is missing; what is wrong with it the server says. */
export const isComplete = ({ name, points, on }: RuleDraft): boolean =>
  name.trim() !== '' &&
  Number.isInteger(points) &&
  points !== 0 &&
  (on.kind === 'activity' ? on.activity !== '' : on.condition !== null);

/** Of a kind of trigger, what a rule can have besides. */
export const withTrigger = (draft: RuleDraft, on: Trigger): RuleDraft => {
  if (on.kind === 'activity') return { ...draft, on };
  const { recurring: _recurring, cap: _cap, ...rest } = draft;
  return { ...rest, on };
};

/** The list with the draft in its place. */
export const toRules = (rules: ScoreRuleSettings[], at: number, draft: RuleDraft): unknown[] => [
  ...rules.slice(0, at),
  draft,
  ...rules.slice(at + 1),
];

/** The list with one rule in another place. */
export const moved = <Item>(items: Item[], from: number, to: number): Item[] => {
  const rest = items.filter((_item, at) => at !== from);
  const item = items[from];
  return item === undefined ? items : [...rest.slice(0, to), item, ...rest.slice(to)];
};
