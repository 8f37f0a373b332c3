/** Where a page of the contact list begins: a contact's place in one order. */
import { errors } from '@strapi/utils';
import { isRecord } from '../../../platform/records';
import { segmentsOf, type Order } from './contact-order';

export interface Position {
  /** Index into the order's segments. */
  segment: number;
  /** The contact's value in that segment; dates as epoch milliseconds. */
  key: string | number | null;
  id: number;
}

export interface PageStart extends Position {
  /** Whether the page is after this place or before it. */
  towards: 'next' | 'previous';
}

export const encodePageStart = (start: PageStart, { sort, direction }: Order): string =>
  Buffer.from(JSON.stringify({ ...start, sort, direction })).toString('base64url');

/** Throws a ValidationError for anything that this list did not give out for this order. */
export const decodePageStart = (cursor: string, order: Order): PageStart => {
  const value = parse(cursor);
  if (!isRecord(value) || !isPageStart(value, order)) {
    throw new errors.ValidationError('This cursor is not one that this list gave out');
  }
  const { segment, key, id, towards } = value;
  return { segment, key, id, towards };
};

const isPageStart = (
  value: Record<string, unknown>,
  order: Order
): value is Record<string, unknown> & PageStart => {
  const { segment, key, id, towards } = value;
  const by = segmentsOf(order)[Number(segment)]?.by;
  return (
    value.sort === order.sort &&
    value.direction === order.direction &&
    (towards === 'next' || towards === 'previous') &&
    Number.isSafeInteger(segment) &&
    isInteger(id) &&
    by !== undefined &&
    isKey(key, by?.type ?? null)
  );
};

const MAX_INTEGER = 2 ** 31 - 1;
/** The year 9999: what every database can hold. */
const MAX_DATE = 253_402_300_799_999;

const isInteger = (value: unknown, limit = MAX_INTEGER) =>
  Number.isSafeInteger(value) && Math.abs(Number(value)) <= limit;

/** PostgreSQL refuses the zero character in text. */
const keyChecks = {
  date: (key: unknown) => isInteger(key, MAX_DATE),
  number: (key: unknown) => isInteger(key),
  text: (key: unknown) => typeof key === 'string' && !key.includes('\u0000'),
};

const isKey = (key: unknown, type: keyof typeof keyChecks | null): boolean =>
  type === null ? key === null : keyChecks[type](key);

const parse = (cursor: string): unknown => {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
};
