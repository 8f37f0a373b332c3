/**
 * Pages of a list in one order, found along an index: by a column and then by the row number. Where the
 * column is empty the row comes last in both directions, which no index knows, so such rows are read by
 * a query of their own.
 */
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Knex } from 'knex';
import { encodeCursor } from './cursor';
import { INTEGER_RANGE } from './sql/integer-range';

type Query = Knex.QueryBuilder;

export interface KeysetOrder {
  /** Part of every cursor: one that belongs to another order is refused. */
  name: string;
  column: string;
  idColumn: string;
  type: 'text' | 'number' | 'date';
  nullable?: boolean;
  descending: boolean;
}

/** Dates as epoch milliseconds. */
export interface Place {
  key: string | number | null;
  id: number;
}

export interface KeysetStart extends Place {
  towards: 'next' | 'previous';
}

export interface KeysetPage {
  ids: number[];
  meta: { nextCursor: string | null; previousCursor: string | null; pageSize: number };
}

/** `matching` makes the query anew, narrowed and without an order. */
export const findKeysetPage = async (
  strapi: Core.Strapi,
  matching: () => Query,
  { order, cursor, pageSize }: { order: KeysetOrder; cursor: string | undefined; pageSize: number }
): Promise<KeysetPage> => {
  const start = cursor ? decodeStart(cursor, order) : null;
  const backwards = start?.towards === 'previous';
  const places: Place[] = [];
  for (const empty of partsFrom(order, start)) {
    const limit = pageSize + 1 - places.length;
    if (limit <= 0) break;
    const after = start && (start.key === null) === empty ? start : null;
    const query = narrow(strapi, matching(), { order, empty, after, backwards });
    places.push(...(await read(query.limit(limit), order)));
  }
  const more = places.length > pageSize;
  const page = places.slice(0, pageSize);
  if (backwards) page.reverse();
  const [first, last] = [page[0], page.at(-1)];
  const hasNext = backwards || more;
  const hasPrevious = backwards ? more : start !== null;
  return {
    ids: page.map(({ id }) => id),
    meta: {
      nextCursor: hasNext && last ? encodeStart(last, 'next', order) : null,
      previousCursor: hasPrevious && first ? encodeStart(first, 'previous', order) : null,
      pageSize,
    },
  };
};

/** False: rows with a value; true: those without. In the order in which the page is looked for. */
const partsFrom = ({ nullable }: KeysetOrder, start: KeysetStart | null): boolean[] => {
  if (!nullable) return [false];
  if (!start) return [false, true];
  if (start.towards === 'next') return start.key === null ? [true] : [false, true];
  return start.key === null ? [true, false] : [false];
};

const narrow = (
  strapi: Core.Strapi,
  query: Query,
  {
    order,
    empty,
    after,
    backwards,
  }: { order: KeysetOrder; empty: boolean; after: Place | null; backwards: boolean }
): Query => {
  const { column, idColumn, nullable } = order;
  const descending = order.descending !== backwards;
  const direction = descending ? 'desc' : 'asc';
  const operator = descending ? '<' : '>';
  if (empty) void query.whereNull(column);
  else if (nullable) void query.whereNotNull(column);
  if (after && empty) void query.where(idColumn, operator, after.id);
  else if (after) {
    const key = order.type === 'date' ? toStoredDate(strapi, Number(after.key)) : after.key;
    // The first condition alone bounds the walk along the index.
    void query.where(column, `${operator}=`, key).where((beyond) => {
      void beyond.where(column, operator, key).orWhere(idColumn, operator, after.id);
    });
  }
  void query.select({ id: idColumn, key: column });
  if (!empty) void query.orderBy(column, direction);
  return query.orderBy(idColumn, direction);
};

/** SQLite keeps datetimes as milliseconds. */
const toStoredDate = (strapi: Core.Strapi, at: number): Date | number =>
  strapi.db.dialect.client === 'sqlite' ? at : new Date(at);

const read = async (query: Query, { type }: KeysetOrder): Promise<Place[]> => {
  const rows = (await query) as { id: number; key: Place['key'] | Date }[];
  return rows.map(({ id, key }) => ({ id, key: key === null ? null : toKey(key, type) }));
};

/** Decimals come as text from PostgreSQL and MariaDB. */
const toKey = (key: string | number | Date, type: KeysetOrder['type']): string | number => {
  if (type === 'date') return new Date(key).getTime();
  return type === 'number' ? Number(key) : (key as string | number);
};

const nameOf = ({ name, descending }: KeysetOrder) => `${name}:${descending ? 'desc' : 'asc'}`;

const encodeStart = ({ key, id }: Place, towards: KeysetStart['towards'], order: KeysetOrder) =>
  encodeCursor([nameOf(order), key, id, towards]);

/** Throws a ValidationError for anything that this list did not give out for this order. */
const decodeStart = (cursor: string, order: KeysetOrder): KeysetStart => {
  const [name, key, id, towards] = parse(cursor);
  const valid =
    name === nameOf(order) &&
    (towards === 'next' || towards === 'previous') &&
    Number.isSafeInteger(id) &&
    Math.abs(Number(id)) <= INTEGER_RANGE.max &&
    isKey(key, order);
  if (!valid) throw new errors.ValidationError('This cursor is not one that this list gave out');
  return { key: key as Place['key'], id: Number(id), towards };
};

/** The year 9999: what every database can hold. */
const MAX_DATE = 253_402_300_799_999;

const isKey = (key: unknown, { type, nullable = false }: KeysetOrder): boolean => {
  if (key === null) return nullable;
  if (type === 'text') return typeof key === 'string' && !key.includes('\u0000');
  if (type === 'date') return Number.isSafeInteger(key) && Math.abs(Number(key)) <= MAX_DATE;
  return typeof key === 'number' && Number.isFinite(key);
};

const parse = (cursor: string): unknown[] => {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
};
