/**
 * A condition as it came from outside. Everything that is wrong is told, each with where it is; what is
 * not known is refused, because nothing may ever widen an audience.
 */
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { isRecord } from '../../platform/records';
import type { Condition, ConditionProblem } from './contract';
import { leafType } from './leaf-types';
import { isBlock, isNot } from './nodes';
import { isShorthand, readShorthand } from './read/read-shorthand';

const MOST_NODES = 200;
const MOST_LEVELS = 12;
const SHOWN = 60;

class Refused extends Error {
  constructor(
    readonly path: string,
    message: string
  ) {
    super(message);
  }
}

interface Reading {
  strapi: Core.Strapi;
  timeZone: string;
  problems: ConditionProblem[];
  nodes: number;
}

/** Throws a ValidationError whose details name every problem, in Strapi's shape. */
export const parseCondition = (
  strapi: Core.Strapi,
  input: unknown,
  timeZone: string
): Condition => {
  const reading: Reading = { strapi, timeZone, problems: [], nodes: 0 };
  const condition = readNode(input, '', 1, reading);
  if (condition && reading.problems.length === 0 && isOff(condition)) {
    reading.problems.push({ path: '', message: 'Everything is switched off: that asks nothing' });
  }
  if (!condition || reading.problems.length > 0) throw toError(reading.problems);
  return condition;
};

/** `rules[1].rule` → `['rules', '1', 'rule']` */
export const pathParts = (path: string): string[] =>
  path.split(/[.[\]]+/).filter((part) => part !== '');

const toError = (problems: ConditionProblem[]) =>
  new errors.ValidationError(
    problems.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`)).join('; '),
    {
      errors: problems.map(({ path, message }) => ({
        path: pathParts(path),
        message,
        name: 'ValidationError',
      })),
    }
  );

/** Whether nothing of it is asked. */
const isOff = (node: Condition): boolean => {
  if (node.disabled) return true;
  if (isBlock(node)) return node.rules.every(isOff);
  return isNot(node) && isOff(node.rule);
};

const below = (path: string, rest: string): string =>
  [path, rest].filter((part) => part !== '').join('.');

const readNode = (
  input: unknown,
  path: string,
  level: number,
  reading: Reading
): Condition | null => {
  const fail = (where: string, message: string): null => {
    reading.problems.push({ path: below(path, where), message });
    return null;
  };
  reading.nodes += 1;
  if (reading.nodes > MOST_NODES) {
    return reading.nodes === MOST_NODES + 1
      ? fail('', `A condition may have at most ${MOST_NODES} parts`)
      : null;
  }
  if (level > MOST_LEVELS) return fail('', `A condition may nest at most ${MOST_LEVELS} levels`);
  if (!isRecord(input)) return fail('', 'A part of a condition must be an object with a type');
  const { type, disabled, ...rest } = input;
  if (typeof type !== 'string') return fail('type', 'type must say what is asked');
  if (disabled !== undefined && typeof disabled !== 'boolean') {
    return fail('disabled', 'disabled must be true or false');
  }
  const off = disabled ? { disabled } : {};
  const read = nodes[type as keyof typeof nodes] as NodeReader | undefined;
  if (Object.hasOwn(nodes, type) && read) {
    const node = read(rest, path, level, reading, fail);
    return node && { ...node, ...off };
  }
  return readLeaf({ type, rest, off, path, reading, fail });
};

type Fail = (where: string, message: string) => null;
type NodeReader = (
  rest: Record<string, unknown>,
  path: string,
  level: number,
  reading: Reading,
  fail: Fail
) => Condition | null;

/** As much of a name as fits into a sentence. */
const failExtra = (fail: Fail, type: string, name: string): null => {
  const shown = name.slice(0, SHOWN);
  return fail(shown, `${type} has no "${shown}"`);
};

const readBlock =
  (type: 'all' | 'any'): NodeReader =>
  ({ rules, ...others }, path, level, reading, fail) => {
    const [extra] = Object.keys(others);
    if (extra !== undefined) return failExtra(fail, type, extra);
    if (!Array.isArray(rules) || rules.length === 0) {
      return fail('rules', `${type} needs at least one rule`);
    }
    const read = rules.map((rule: unknown, at) =>
      readNode(rule, below(path, `rules[${at}]`), level + 1, reading)
    );
    const known = read.filter((rule) => rule !== null);
    return known.length === rules.length ? { type, rules: known } : null;
  };

const nodes: Record<'all' | 'any' | 'not', NodeReader> = {
  all: readBlock('all'),
  any: readBlock('any'),
  not: ({ rule, ...others }, path, level, reading, fail) => {
    const [extra] = Object.keys(others);
    if (extra !== undefined) return failExtra(fail, 'not', extra);
    const read = readNode(rule, below(path, 'rule'), level + 1, reading);
    return read && { type: 'not', rule: read };
  },
};

interface LeafInput {
  type: string;
  rest: Record<string, unknown>;
  off: { disabled?: true };
  path: string;
  reading: Reading;
  fail: Fail;
}

const readLeaf = ({ type, rest, off, path, reading, fail }: LeafInput): Condition | null => {
  const { strapi, timeZone } = reading;
  const refuse = (where: string, message: string): never => {
    throw new Refused(where, message);
  };
  const context = { strapi, timeZone, refuse };
  try {
    if (isShorthand(type)) return { ...readShorthand(type, rest, context), ...off };
    const leaf = leafType(strapi, type);
    if (!leaf) return fail('type', `There is no condition "${type.slice(0, SHOWN)}"`);
    const extra = Object.keys(rest).find((name) => !leaf.properties.includes(name));
    if (extra !== undefined) return failExtra(fail, type, extra);
    return { ...leaf.read(rest, context), ...off };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    reading.problems.push({ path: below(path, error.path), message: error.message });
    return null;
  }
};
