/** What a rule gives its points for. */
import { errors } from '@strapi/utils';
import { isRecord } from '../../../platform/records';
import type { ActivityRule, Condition, FieldQuestion } from '../../conditions/contract';
import type { ActivityTrigger, ScoreRuleSettings } from '../contract';
import { refuse, Refused } from './refuse';

/** What triggers are read against. */
export interface TriggerContext {
  /** Throws a ValidationError with every problem and its path. */
  parseCondition: (input: unknown) => Condition;
}

export const readTrigger = (input: unknown, context: TriggerContext): ScoreRuleSettings['on'] => {
  if (!isRecord(input)) return refuse('on', 'must say what the points are for');
  const { kind } = input;
  if (kind !== 'activity' && kind !== 'condition') {
    return refuse('on.kind', 'must be activity or condition');
  }
  return kind === 'activity'
    ? readActivity(input, context)
    : {
        kind,
        condition: parse(
          onlyThese(input, ['kind', 'condition']).condition,
          'on.condition',
          context
        ),
      };
};

/** The language of conditions knows what can be asked of an activity; here it is asked of each. */
const readActivity = (input: Record<string, unknown>, context: TriggerContext): ActivityTrigger => {
  const { activity, where } = onlyThese(input, ['kind', 'activity', 'where']);
  const asked = { type: 'activity', activity, where, operator: 'atLeast', count: 1 };
  const rule = parse(asked, 'on', context) as ActivityRule;
  return { kind: 'activity', activity: rule.activity, ...questions(rule.where) };
};

const questions = (where: FieldQuestion[] | undefined) =>
  where && where.length > 0 ? { where } : {};

const onlyThese = (input: Record<string, unknown>, known: string[]): Record<string, unknown> => {
  const unknown = Object.keys(input).find((name) => !known.includes(name));
  if (unknown !== undefined) {
    refuse(`on.${unknown}`, `is not known: such a trigger has ${known.join(', ')}`);
  }
  return input;
};

const parse = (input: unknown, at: string, { parseCondition }: TriggerContext): Condition => {
  try {
    return parseCondition(input);
  } catch (error) {
    if (!(error instanceof errors.ValidationError)) throw error;
    throw new Refused(
      problemsOf(error).map((problem) => ({ ...problem, path: join(at, problem) }))
    );
  }
};

const join = (at: string, { path }: { path: string }): string =>
  path === '' || path.startsWith('[') ? `${at}${path}` : `${at}.${path}`;

interface Problem {
  path: string;
  message: string;
}

/** Strapi's shape: `path` is a list of names and places. */
const problemsOf = (error: { message: string; details: unknown }): Problem[] => {
  const { errors: told = [] } = error.details as { errors?: { path: string[]; message: string }[] };
  if (told.length === 0) return [{ path: '', message: error.message }];
  return told.map(({ path, message }) => ({
    path: path.map(toStep).join('').replace(/^\./, ''),
    message,
  }));
};

const toStep = (part: string): string => (/^\d+$/.test(part) ? `[${part}]` : `.${part}`);
