/**
 * Which data can be written past Strapi's validation and its query engine, because both would take it
 * as it is. What this does not know it says no to: then Strapi decides.
 */
import { INTEGER_RANGE } from './sql/integer-range';

export interface PlainAttribute {
  type: string;
  required?: boolean;
  default?: unknown;
  unique?: boolean;
  writable?: boolean;
  regex?: unknown;
  conditions?: unknown;
  enum?: string[];
  minLength?: number;
  maxLength?: number;
  min?: number | string;
  max?: number | string;
}

export interface PlainValues {
  /** Whether a name is that of an attribute with values of its own column. */
  has(name: string): boolean;
  /** `except`: names that are somebody else's concern. */
  takes(
    data: Record<string, unknown>,
    action: 'create' | 'update',
    except?: ReadonlySet<string>
  ): boolean;
  /** What a new entry gets where its data says nothing. */
  defaults(): Record<string, unknown>;
}

type Test = (value: unknown, attribute: PlainAttribute) => boolean;

export const plainValues = (attributes: Record<string, PlainAttribute>): PlainValues => {
  const known = new Map(
    Object.entries(attributes).filter(([, attribute]) => isPlainAttribute(attribute))
  );
  const needed = Object.keys(attributes).filter((name) => isNeeded(attributes[name]));
  const fits = (name: string, value: unknown) => {
    const attribute = known.get(name);
    if (!attribute) return false;
    if (value === null) return attribute.required !== true;
    return value === undefined || (tests[attribute.type]?.(value, attribute) ?? false);
  };
  const preset = [...known].flatMap(([name, { default: value }]) =>
    // Those of Strapi's own, such as the time of creation, are functions, and set when it is stored.
    value === undefined || typeof value === 'function' ? [] : [[name, value] as const]
  );
  const simple = Object.fromEntries(preset.filter(([, value]) => typeof value !== 'object'));
  const nested = preset.filter(([, value]) => typeof value === 'object');
  return {
    // Cloning all of them took as long as writing them.
    defaults: () => ({
      ...simple,
      ...Object.fromEntries(nested.map(([name, value]) => [name, structuredClone(value)])),
    }),
    has: (name) => known.has(name),
    takes: (data, action, except) =>
      Object.keys(data).every((name) => except?.has(name) === true || fits(name, data[name])) &&
      (action === 'update' || needed.every((name) => (data[name] ?? null) !== null)),
  };
};

/** Rules that ask the database, or another field, or are a site's own. */
const isPlainAttribute = ({ type, unique, regex, conditions, writable }: PlainAttribute) =>
  Object.hasOwn(tests, type) &&
  unique !== true &&
  regex === undefined &&
  conditions === undefined &&
  writable !== false;

const isNeeded = (attribute: PlainAttribute | undefined) =>
  attribute?.required === true && attribute.default === undefined;

const LONGEST_STRING = 255;

const isText =
  (longest: number): Test =>
  (value, { minLength = 0, maxLength = longest }) =>
    typeof value === 'string' && value.length >= minLength && value.length <= maxLength;

const isWithin = (
  value: number,
  { min, max }: PlainAttribute,
  [least, most]: readonly [number, number]
) => value >= Number(min ?? least) && value <= Number(max ?? most);

/** What an integer column holds. */
const INTEGERS = [INTEGER_RANGE.min, INTEGER_RANGE.max] as const;
const NUMBERS = [-Infinity, Infinity] as const;

const DAY = /^[1-9]\d{3}-\d{2}-\d{2}$/;
const MOMENT = /^[1-9]\d{3}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/;

/** Only what is written out again as it came: the 31st of June is not. */
const isDay = (text: string) => {
  const date = new Date(`${text}T00:00:00.000Z`);
  return DAY.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
};

const tests: Record<string, Test> = {
  string: isText(LONGEST_STRING),
  text: isText(Infinity),
  enumeration: (value, { enum: values = [] }) => values.some((one) => one === value),
  boolean: (value) => typeof value === 'boolean',
  integer: (value, attribute) =>
    typeof value === 'number' &&
    Number.isSafeInteger(value) &&
    isWithin(value, attribute, INTEGERS),
  float: (value, attribute) =>
    typeof value === 'number' && Number.isFinite(value) && isWithin(value, attribute, NUMBERS),
  date: (value) => typeof value === 'string' && isDay(value),
  datetime: (value) =>
    value instanceof Date ||
    (typeof value === 'string' && MOMENT.test(value) && isDay(value.slice(0, 10))),
  json: (value) => typeof value === 'object',
};
