/** One question to one field, as it came from outside: its operator and value fit what the field holds. */
import type { Core } from '@strapi/strapi';
import { isCleanText } from '../../../platform/clean-text';
import { isRecord } from '../../../platform/records';
import {
  type ConditionValue,
  type FieldQuestion,
  type Operator,
  type ValueType,
} from '../contract';
import { operatorsOf, registeredOperator } from '../operators';
import { readDay, readInstant, readList, readNumber, readSpan } from './read-value';

export type Refuse = (path: string, message: string) => never;

/** What a field is known to hold; an enumeration's values; numbers are row numbers, as of an owner. */
export interface KnownField {
  valueType: ValueType;
  codes?: string[];
  numeric?: boolean;
  /** As text of it is kept to be compared: what is nothing then would be a part of everything. */
  comparable?: (text: string) => string;
  /** A calendar day and not an instant: it has no hours. */
  isDay?: boolean;
}

const MAX_TEXT = 1_000;

/** `find` answers undefined for a field that there is not. */
export const readQuestion = (
  strapi: Core.Strapi,
  input: unknown,
  find: (name: string) => KnownField | undefined,
  refuse: Refuse
): FieldQuestion => {
  if (!isRecord(input)) return refuse('', 'must be an object with field, operator and value');
  const { field, operator, value } = input;
  const extra = Object.keys(input).find((name) => !PROPERTIES.has(name));
  if (extra !== undefined) {
    const shown = extra.slice(0, SHOWN);
    return refuse(shown, `A question has no "${shown}"`);
  }
  if (typeof field !== 'string') return refuse('field', 'field must be the name of a field');
  const known = find(field);
  if (!known) return refuse('field', `There is no field "${field.slice(0, SHOWN)}"`);
  const allowed = operatorsOf(strapi, known.valueType);
  if (typeof operator !== 'string' || !allowed.includes(operator)) {
    return refuse(
      'operator',
      `operator must be one of ${allowed.join(', ')}: "${field}" holds ${HOLDS[known.valueType]}`
    );
  }
  const say = (message: string) => refuse('value', message);
  const own = registeredOperator(strapi, operator);
  const read = own ? own.read(value, say) : readValue(known, operator as Operator, value, say);
  return {
    field,
    operator: operator as Operator,
    ...(read === undefined ? {} : { value: read }),
  };
};

const PROPERTIES: ReadonlySet<string> = new Set(['field', 'operator', 'value']);
const SHOWN = 60;

const HOLDS: Record<ValueType, string> = {
  text: 'text',
  number: 'a number',
  date: 'a date',
  boolean: 'yes or no',
  choice: 'one of a few values',
};

type Say = (message: string) => never;

const readValue = (
  known: KnownField,
  operator: Operator,
  value: unknown,
  say: Say
): ConditionValue | undefined => {
  if (operator === 'isEmpty' || operator === 'isNotEmpty') {
    return value === undefined || value === null ? undefined : say(`${operator} takes no value`);
  }
  return readers[known.valueType](known, operator, value, say);
};

type Reader = (known: KnownField, operator: Operator, value: unknown, say: Say) => ConditionValue;

const readers: Record<ValueType, Reader> = {
  text: ({ comparable }, operator, value, say) => {
    const read = (item: unknown) => {
      const text = readText(item, say);
      return comparable?.(text) === ''
        ? say('value holds nothing that this field is compared by')
        : text;
    };
    return operator === 'in' || operator === 'notIn' ? readList(value, read, say) : read(value);
  },
  number: (_known, operator, value, say) => {
    if (operator === 'in') return readList(value, (item) => readNumber(item, say), say);
    if (operator !== 'between') return readNumber(value, say);
    const [from, to] = readPair(value, (item) => readNumber(item, say), say);
    return from <= to ? [from, to] : say('The first number of between must not be the larger one');
  },
  date: (known, operator, value, say) => {
    if (SPANS.has(operator)) return readSpan(value, { wholeDays: known.isDay ?? false }, say);
    const read = (item: unknown) =>
      operator === 'on' || known.isDay ? readDay(item, say) : readInstant(item, say);
    if (operator !== 'between') return read(value);
    const [from, to] = readPair(value, read, say);
    return from <= to ? [from, to] : say('The first date of between must not be the later one');
  },
  boolean: (_known, _operator, value, say) =>
    typeof value === 'boolean' ? value : say('value must be true or false'),
  choice: ({ codes, numeric }, _operator, value, say) =>
    readList<string | number>(
      value,
      (item) => {
        if (numeric) return readRowNumber(item, say);
        const code = readText(item, say);
        if (codes && !codes.includes(code)) {
          return say(`"${code.slice(0, SHOWN)}" is none of ${codes.join(', ')}`);
        }
        return code;
      },
      say
    ),
};

const SPANS: ReadonlySet<string> = new Set(['inLast', 'notInLast', 'inNext', 'anniversaryIn']);

const readText = (value: unknown, say: Say): string => {
  if (typeof value !== 'string') return say('value must be text');
  if (value.trim() === '') return say('value must not be empty: ask with isEmpty or isNotEmpty');
  if (value.length > MAX_TEXT) return say(`value must be at most ${MAX_TEXT} characters`);
  return isCleanText(value) ? value : say('value must not contain control characters');
};

const readPair = <Item>(value: unknown, read: (item: unknown) => Item, say: Say): [Item, Item] => {
  if (!Array.isArray(value) || value.length !== 2) {
    return say('between takes a list of two values');
  }
  return [read(value[0]), read(value[1])];
};

const readRowNumber = (item: unknown, say: Say): number => {
  const number = readNumber(item, say);
  return Number.isInteger(number) ? number : say('value must be whole numbers');
};
