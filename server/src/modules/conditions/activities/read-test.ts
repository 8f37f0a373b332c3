/** What an activity is asked for, as it came from outside. */
import { isRecord } from '../../../platform/records';
import { activityTypes, isTypeName } from '../../activities';
import {
  COUNT_OPERATORS,
  type ActivityTest,
  type CountOperator,
  type FieldQuestion,
  type Window,
} from '../contract';
import type { ReadContext } from '../leaf';
import { readQuestion } from '../read/read-question';
import { readCount, readWindow } from '../read/read-value';
import { findActivityField } from './activity-fields';
import { ANY_TYPE } from './activity-rows';

const MOST_QUESTIONS = 20;

export const readList = (
  input: unknown,
  path: string,
  { refuse }: ReadContext,
  read: (item: unknown, path: string) => FieldQuestion
): FieldQuestion[] | undefined => {
  if (input === undefined || input === null) return undefined;
  if (!Array.isArray(input) || input.length > MOST_QUESTIONS) {
    return refuse(path, `${path} must be a list of at most ${MOST_QUESTIONS} questions`);
  }
  const questions = input.map((item, at) => read(item, `${path}[${at}]`));
  return questions.length > 0 ? questions : undefined;
};

/** The path of a part of a part: `where[0]` and `value` → `where[0].value`. */
const below = (path: string, rest: string): string => (rest === '' ? path : `${path}.${rest}`);

export const readActivityTest = (
  input: Record<string, unknown>,
  context: ReadContext,
  prefix = ''
): ActivityTest => {
  const activity = readType(input.activity, context, `${prefix}activity`);
  const where = readList(input.where, `${prefix}where`, context, (item, path) =>
    readQuestion(
      context.strapi,
      item,
      findActivityField(isRecord(item) ? item.value : undefined),
      (rest, message) => context.refuse(below(path, rest), message)
    )
  );
  return { activity, ...(where ? { where } : {}) };
};

/** A type that was taken away may still stand in the history; a new rule about it is a slip. */
export const readType = (input: unknown, { strapi, refuse }: ReadContext, path: string): string => {
  if (input === ANY_TYPE) return ANY_TYPE;
  if (typeof input !== 'string') {
    return refuse(path, `${path} must be an activity type, or * for any`);
  }
  return isTypeName(input) && activityTypes(strapi).has(input)
    ? input
    : refuse(path, `There is no activity type "${input.slice(0, SHOWN)}"`);
};

const SHOWN = 60;

export const readWindowOf = (
  input: Record<string, unknown>,
  { refuse }: ReadContext
): { window?: Window } => {
  const window = readWindow(input.window, (message) => refuse('window', message));
  return window === undefined ? {} : { window };
};

export interface HowOften {
  operator: CountOperator;
  count?: number;
}

/** `never` is exactly 0, and takes no count. */
export const readHowOften = (input: Record<string, unknown>, { refuse }: ReadContext): HowOften => {
  const operator = COUNT_OPERATORS.find((known) => known === input.operator);
  if (!operator) return refuse('operator', `operator must be one of ${COUNT_OPERATORS.join(', ')}`);
  if (operator === 'never') {
    return input.count === undefined ? { operator } : refuse('count', 'never takes no count');
  }
  const least = operator === 'atLeast' ? 1 : 0;
  const count = readCount(input.count, 'count', (message) => refuse('count', message), least);
  return { operator, count };
};
