/** Reads an audience as somebody wrote it. Whether its groups exist is asked elsewhere. */
import { isRecord } from '../../../platform/records';
import type { Condition } from '../../conditions/contract';
import { MAX_PRIORITY, MOST_GROUPS, type Audience, type Split } from '../contract';

/** Throws a ValidationError that says what is wrong with the condition. */
export type ParseCondition = (input: unknown) => Condition;

/** Says what is wrong, as a sentence. */
export class AudienceProblem extends Error {}

const MEMBERS = ['groups', 'condition', 'match', 'split', 'always', 'fallback', 'slot', 'priority'];
const NAME = /^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,49}$/u;

/** Null for one that asks nothing. Throws AudienceProblem, and whatever `parseCondition` throws. */
export const parseAudience = (given: unknown, parseCondition: ParseCondition): Audience | null => {
  const input = typeof given === 'string' ? fromText(given) : given;
  if (input === null || input === undefined) return null;
  if (!isRecord(input)) throw new AudienceProblem('An audience must be an object');
  refuseUnknown(input, MEMBERS, 'An audience');
  const audience: Audience = {
    ...optional('groups', parseGroups(input.groups)),
    ...optional('condition', parseNested(input.condition, parseCondition)),
    ...optional('match', parseMatch(input.match)),
    ...optional('split', parseSplit(input.split)),
    ...(parseSwitch(input.always, 'always') ? { always: true } : {}),
    ...(parseSwitch(input.fallback, 'fallback') ? { fallback: true } : {}),
    ...optional('slot', parseName(input.slot, 'The slot')),
    ...optional('priority', parsePriority(input.priority)),
  };
  if (audience.match && !audience.groups && !audience.condition) delete audience.match;
  return Object.keys(audience).length === 0 ? null : audience;
};

const fromText = (text: string): unknown => {
  if (text.trim() === '') return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new AudienceProblem('An audience must be JSON');
  }
};

const optional = <Name extends string, Value>(name: Name, value: Value | null) =>
  (value === null ? {} : { [name]: value }) as { [Key in Name]?: Value };

const isMissing = (value: unknown): boolean =>
  value === undefined || value === null || value === '';

const parseGroups = (given: unknown): string[] | null => {
  if (isMissing(given)) return null;
  if (!Array.isArray(given) || !given.every((code) => typeof code === 'string')) {
    throw new AudienceProblem('groups must be a list of group codes');
  }
  const codes = [...new Set(given.map((code) => code.trim().toLowerCase()))];
  if (codes.length > MOST_GROUPS) {
    throw new AudienceProblem(`An audience names at most ${MOST_GROUPS} groups`);
  }
  return codes.length === 0 ? null : codes;
};

const parseNested = (given: unknown, parseCondition: ParseCondition): Condition | null =>
  isMissing(given) ? null : parseCondition(given);

/** `any` is what it means without. */
const parseMatch = (given: unknown): 'none' | null => {
  if (isMissing(given) || given === 'any') return null;
  if (given === 'none') return given;
  throw new AudienceProblem('match must be "any" or "none"');
};

const parseSwitch = (given: unknown, name: string): boolean => {
  if (isMissing(given)) return false;
  if (typeof given !== 'boolean') throw new AudienceProblem(`${name} must be true or false`);
  return given;
};

const parsePriority = (given: unknown): number | null => {
  if (isMissing(given) || given === 0) return null;
  if (!Number.isInteger(given) || Math.abs(Number(given)) > MAX_PRIORITY) {
    throw new AudienceProblem(
      `priority must be a whole number from -${MAX_PRIORITY} to ${MAX_PRIORITY}`
    );
  }
  return Number(given);
};

const parseName = (given: unknown, what: string): string | null => {
  if (isMissing(given)) return null;
  if (typeof given !== 'string' || !NAME.test(given.trim())) {
    throw new AudienceProblem(
      `${what} must be up to 50 letters, digits, spaces, dots, - or _, and begin with a letter or digit`
    );
  }
  return given.trim();
};

const parseSplit = (given: unknown): Split | null => {
  if (isMissing(given)) return null;
  if (!isRecord(given)) throw new AudienceProblem('split must be { name, variant, from, to }');
  refuseUnknown(given, ['name', 'variant', 'from', 'to'], 'A split');
  const name = parseName(given.name, 'The name of a split');
  const variant = parseName(given.variant, 'The variant of a split');
  if (name === null || variant === null) {
    throw new AudienceProblem('A split must have a name and a variant');
  }
  const { from, to } = given;
  if (!isPercent(from) || !isPercent(to) || from >= to) {
    throw new AudienceProblem(
      'A split goes from one percentage to a higher one, such as from 0 to 50'
    );
  }
  return { name, variant, from, to };
};

const isPercent = (value: unknown): value is number =>
  typeof value === 'number' && value >= 0 && value <= 100;

const refuseUnknown = (given: Record<string, unknown>, known: string[], what: string): void => {
  const unknown = Object.keys(given).find((name) => !known.includes(name));
  if (unknown !== undefined) {
    throw new AudienceProblem(`${what} has no "${unknown}"; it has ${known.join(', ')}`);
  }
};
