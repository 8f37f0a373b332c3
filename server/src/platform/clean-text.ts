/**
 * Text as a database takes it: PostgreSQL refuses NUL and lone surrogates, and neither means anything
 * in a title or an address. Control characters go too, so that stored text can be logged and exported.
 */
import { errors } from '@strapi/utils';

// eslint-disable-next-line no-control-regex -- control characters are what this is about
const CONTROLS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g;
// eslint-disable-next-line no-control-regex -- as above
const SUSPECT = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uD800-\uDFFF]/;

export const cleanText = (text: string, maxLength: number): string => {
  const clean = SUSPECT.test(text) ? toWellFormed(text).replace(CONTROLS, '') : text;
  return clean.length > maxLength ? toWellFormed(clean.slice(0, maxLength)) : clean;
};

const LONE_SURROGATES = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

const toWellFormed = (text: string): string => text.replace(LONE_SURROGATES, '\uFFFD');

/** Whether a database may hold it; no row has text that is not. */
export const isCleanText = (text: string): boolean => cleanText(text, text.length) === text;

const MAX_LEVELS = 100;

/** The same for all text inside of what came as JSON, keys included. Throws a ValidationError for what is too deep. */
export const cleanValues = <Value>(value: Value, levels = MAX_LEVELS): Value =>
  cleanValue(value, levels) as Value;

const cleanValue = (value: unknown, levels: number): unknown => {
  if (typeof value === 'string') return cleanText(value, value.length);
  if (typeof value !== 'object' || value === null) return value;
  if (levels === 0) {
    throw new errors.ValidationError(`A value may nest at most ${MAX_LEVELS} levels`);
  }
  if (Array.isArray(value)) return value.map((item) => cleanValue(item, levels - 1));
  if (!isPlain(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      cleanText(key, key.length),
      cleanValue(item, levels - 1),
    ])
  );
};

/** Dates, buffers and the like are what they are. */
const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};
