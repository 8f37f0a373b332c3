/** A JSON column as the drivers hand it out: text on SQLite and MariaDB, its value on PostgreSQL. */
import { isRecord } from '../records';
import type { FieldValue } from './contract';

export type StoredValues = Record<string, FieldValue>;

/** Empty for what is no object. */
export const readStored = (column: unknown): StoredValues => {
  const value: unknown = typeof column === 'string' ? parseJson(column) : column;
  return isRecord(value) ? (value as StoredValues) : {};
};

/** Null for what holds nothing. */
export const toStored = (values: StoredValues): string | null =>
  Object.keys(values).length > 0 ? JSON.stringify(values) : null;

/** The values that stay, or null when all of them do. */
export const withoutValues = (
  values: StoredValues,
  isGone: (name: string, value: FieldValue) => boolean
): StoredValues | null => {
  const all = Object.entries(values);
  const kept = all.filter(([name, value]) => !isGone(name, value));
  return kept.length === all.length ? null : Object.fromEntries(kept);
};

/** Undefined for what is no JSON. */
export const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

export const isEmptyValue = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  (Array.isArray(value) && value.length === 0);

/** Whether two values say the same; null and nothing do. */
export const isSameValue = (left: unknown, right: unknown): boolean =>
  isEmptyValue(left) ? isEmptyValue(right) : JSON.stringify(left) === JSON.stringify(right);
