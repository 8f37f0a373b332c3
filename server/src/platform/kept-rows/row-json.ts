/** Rows of any table as JSON and back, so that they are inserted again exactly as they were. */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { isRecord } from '../records';
import { dialectOf, type Dialect } from '../sql/dialect';
import { inTable } from '../sql/table';

export type Row = Record<string, unknown>;

/** Column → the database's name of its type. */
export type ColumnTypes = Map<string, string>;

const known = new WeakMap<Core.Strapi, Map<string, ColumnTypes>>();

/** Read once: nobody changes a table while the site runs. */
export const columnTypes = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  table: string
): Promise<ColumnTypes> => {
  const tables = known.get(strapi) ?? new Map<string, ColumnTypes>();
  known.set(strapi, tables);
  const read = tables.get(table);
  if (read) return read;
  const info: Record<string, Knex.ColumnInfo> = await inTable(strapi, table, trx).columnInfo();
  const types = new Map(Object.entries(info).map(([name, { type }]) => [name, type]));
  tables.set(table, types);
  return types;
};

/**
 * Types that a driver would not hand out as they are stored: large whole numbers (JavaScript's are exact
 * up to 2⁵³ only), and MariaDB's JSON, which is `longtext` with a mark that makes the driver read it.
 */
const inexact: Record<Dialect, { types: string[]; text: string }> = {
  sqlite: { types: ['bigint'], text: 'text' },
  postgres: { types: ['bigint'], text: 'text' },
  mysql: { types: ['bigint', 'json', 'longtext'], text: 'char' },
};

/** All columns, those of inexact types as text. */
export const selectExactly = (
  strapi: Core.Strapi,
  table: string,
  columns: ColumnTypes
): (string | Knex.Raw)[] => {
  const { types, text } = inexact[dialectOf(strapi)];
  return [...columns].map(([name, type]) =>
    types.includes(type)
      ? strapi.db.connection.raw(`cast(??.?? as ${text}) as ??`, [table, name, name])
      : `${table}.${name}`
  );
};

export const encodeRows = (rows: Row[]): string =>
  JSON.stringify(
    rows.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([name, value]) => [
          name,
          value instanceof Date ? { $date: value.getTime() } : value,
        ])
      )
    )
  );

export const decodeRows = (content: string, types: ColumnTypes): Row[] =>
  (JSON.parse(content) as Row[]).map((row) =>
    Object.fromEntries(
      Object.entries(row)
        // A site may have taken an attribute away meanwhile.
        .filter(([name]) => types.has(name))
        .map(([name, value]) => [name, toStored(value)])
    )
  );

/** JSON columns are text: Strapi keeps PostgreSQL's driver from reading them, `selectExactly` MariaDB's. */
const toStored = (value: unknown): unknown =>
  isRecord(value) && typeof value.$date === 'number' ? new Date(value.$date) : value;
