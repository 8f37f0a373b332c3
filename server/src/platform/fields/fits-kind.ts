/**
 * Whether a stored value is one that fields of a kind have: another field may have had this code before.
 * An option that was taken away stays with who has it, so options are not asked.
 */
import { normalizeDay } from '../normalize-day';
import type { FieldKind, FieldValue } from './contract';

type Value = Exclude<FieldValue, null>;

export const fitsKind = (kind: FieldKind, value: Value): boolean => tests[kind](value);

const isText = (value: unknown): boolean => typeof value === 'string';

const tests: Record<FieldKind, (value: Value) => boolean> = {
  text: isText,
  longText: isText,
  email: isText,
  url: isText,
  phone: isText,
  select: isText,
  multiSelect: (value) => Array.isArray(value) && value.every(isText),
  date: (value) => typeof value === 'string' && normalizeDay(value) === value,
  number: (value) => typeof value === 'number' && Number.isFinite(value),
  boolean: (value) => typeof value === 'boolean',
};
