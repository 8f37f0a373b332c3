/** Rules of a score as they came from outside: every problem is told, with the path to it. */
import { isRecord } from '../../../platform/records';
import type { FieldProblem } from '../../../platform/field-problem';
import { MOST_POINTS, MOST_RULES, type ScoreRuleSettings } from '../contract';
import { newId, takeId } from './stable-id';
import { isWhole, onlyKnown, readName, refuse, Refused } from './refuse';
import { readEnding } from './read-ending';
import { readTrigger, type TriggerContext } from './read-trigger';

/** Null is no rules. */
export const readRules = (
  input: unknown,
  context: TriggerContext
): { rules: ScoreRuleSettings[]; problems: FieldProblem[] } => {
  if (input === null || input === undefined) return { rules: [], problems: [] };
  if (!Array.isArray(input)) {
    return { rules: [], problems: [{ field: 'rules', message: 'rules must be a list' }] };
  }
  if (input.length > MOST_RULES) {
    const message = `A score can have at most ${MOST_RULES} rules, not ${input.length}`;
    return { rules: [], problems: [{ field: 'rules', message }] };
  }
  const problems: FieldProblem[] = [];
  const taken = new Set<number>();
  const rules = input.flatMap((rule: unknown, at) => {
    try {
      return [readRule(rule, taken, context)];
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      problems.push(...error.problemsAt(`rules[${at}]`));
      return [];
    }
  });
  return { rules, problems };
};

const PROPERTIES = [
  ...['id', 'name', 'points', 'on', 'recurring', 'cap', 'validFor', 'until', 'halfLifeDays'],
  'enabled',
];

const readRule = (
  input: unknown,
  taken: Set<number>,
  context: TriggerContext
): ScoreRuleSettings => {
  if (!isRecord(input)) return refuse('', 'must be an object');
  onlyKnown(input, PROPERTIES, 'A rule');
  const { points, enabled = true } = input;
  if (!isWhole(points, -MOST_POINTS, MOST_POINTS) || points === 0) {
    return refuse('points', `must be a whole number from -${MOST_POINTS} to ${MOST_POINTS}, not 0`);
  }
  if (typeof enabled !== 'boolean') return refuse('enabled', 'must be true or false');
  const on = readTrigger(input.on, context);
  return {
    id: takeId(input.id, taken) ?? newId(taken),
    name: readName(input.name),
    points,
    on,
    ...readRepetition(input, on),
    ...readEnding(input),
    enabled,
  };
};

const MOST_AWARDS = 1_000_000;

const readRepetition = (
  { recurring, cap }: Record<string, unknown>,
  on: ScoreRuleSettings['on']
): Pick<ScoreRuleSettings, 'recurring' | 'cap'> => {
  if (recurring !== undefined && typeof recurring !== 'boolean') {
    return refuse('recurring', 'must be true or false');
  }
  if (on.kind === 'condition' && (recurring || (cap ?? null) !== null)) {
    return refuse(
      recurring ? 'recurring' : 'cap',
      'is for activities: a condition gives its points once'
    );
  }
  if (!recurring && (cap ?? null) !== null) {
    return refuse('cap', 'is for recurring rules: the others count one activity');
  }
  if (!recurring) return {};
  if (cap === undefined || cap === null) return { recurring };
  return isWhole(cap, 1, MOST_AWARDS)
    ? { recurring, cap }
    : refuse('cap', `must be a whole number from 1 to ${MOST_AWARDS}`);
};
