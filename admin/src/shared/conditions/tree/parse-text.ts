/**
 * A condition out of text that somebody pasted. Its shape is checked here, so that the builder can show
 * it; whether its fields and codes exist is for the server to say.
 */
import type {
  Condition,
  Leaf,
  Shorthand,
} from '../../../../../server/src/modules/conditions/contract';
import type { TranslationId } from '../../translate';
import { LEAF_TYPES, type LeafTypeName } from '../leaves/leaf-types';
import { OPERATORS } from '../operators';

export type Read = { condition: Condition } | { problem: TranslationId; where: string };

export const parseText = (text: string): Read => {
  try {
    const input: unknown = JSON.parse(text);
    return { condition: readNode(input, '') };
  } catch (error) {
    if (error instanceof Wrong) return { problem: error.problem, where: error.where };
    return { problem: 'profile.notJson', where: '' };
  }
};

class Wrong extends Error {
  constructor(
    readonly problem: TranslationId,
    readonly where: string
  ) {
    super(problem);
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const readNode = (input: unknown, where: string): Condition => {
  if (!isObject(input) || typeof input.type !== 'string') {
    throw new Wrong('conditions.json.noType', where);
  }
  const { type } = input;
  if (type === 'all' || type === 'any') {
    const { rules } = input;
    if (!Array.isArray(rules) || rules.length === 0) {
      throw new Wrong('conditions.json.noRules', where);
    }
    return {
      type,
      rules: rules.map((rule, index) => readNode(rule, below(where, `rules[${index}]`))),
      ...off(input),
    };
  }
  if (type === 'not')
    return { type, rule: readNode(input.rule, below(where, 'rule')), ...off(input) };
  return readLeaf(input, type, where);
};

const off = ({ disabled }: Record<string, unknown>) =>
  disabled === true ? { disabled: true } : {};

const below = (where: string, part: string) => (where ? `${where}.${part}` : part);

/** What each kind cannot be without, as text; the inputs of a row rely on it. */
const TEXTS: Partial<Record<LeafTypeName | Shorthand, string[]>> = {
  attribute: ['field', 'operator'],
  activity: ['activity', 'operator'],
  accountActivity: ['activity', 'operator'],
  content: ['contentType', 'operator'],
  group: ['group'],
  score: ['score', 'operator'],
  consent: ['purpose', 'operator'],
  ...{ status: ['operator'], state: ['operator'], owner: ['operator'], kind: ['operator'] },
  ...{ subscription: ['operator'], tag: ['operator'] },
};

const ALL_OPERATORS: ReadonlySet<unknown> = new Set(Object.values(OPERATORS).flat());

const readLeaf = (input: Record<string, unknown>, type: string, where: string): Leaf => {
  const isKnown = Object.hasOwn(LEAF_TYPES, type) || Object.hasOwn(TEXTS, type);
  if (!isKnown && !type.includes('.')) throw new Wrong('conditions.json.unknown', where);
  for (const name of TEXTS[type as LeafTypeName] ?? []) {
    if (typeof input[name] !== 'string')
      throw new Wrong('conditions.json.noText', below(where, name));
  }
  if (type === 'attribute' && !ALL_OPERATORS.has(input.operator)) {
    throw new Wrong('conditions.json.noOperator', below(where, 'operator'));
  }
  checkParts(input, type, where);
  return input as unknown as Leaf;
};

/** What is a list or an object in a leaf has to be one. */
const checkParts = (input: Record<string, unknown>, type: string, where: string): void => {
  const { where: questions } = input;
  if (questions !== undefined) checkQuestions(questions, below(where, 'where'));
  for (const name of ['roles', 'accounts', 'weekdays']) {
    if (input[name] !== undefined && !Array.isArray(input[name])) {
      throw new Wrong('conditions.json.noList', below(where, name));
    }
  }
  if (type !== 'sequence') return;
  for (const name of ['first', 'then']) {
    const test = input[name];
    if (!isObject(test) || typeof test.activity !== 'string') {
      throw new Wrong('conditions.json.noText', below(where, `${name}.activity`));
    }
    if (test.where !== undefined) checkQuestions(test.where, below(where, `${name}.where`));
  }
};

const checkQuestions = (questions: unknown, where: string): void => {
  if (!Array.isArray(questions)) throw new Wrong('conditions.json.noList', where);
  for (const [index, question] of questions.entries()) {
    const isQuestion =
      isObject(question) &&
      typeof question.field === 'string' &&
      ALL_OPERATORS.has(question.operator);
    if (!isQuestion) throw new Wrong('conditions.json.noQuestion', `${where}[${index}]`);
  }
};
