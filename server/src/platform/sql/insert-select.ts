/** `insert … select …`, which may change what is there already: one statement for any number of rows. */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { dialectOf } from './dialect';

export interface InsertSelect {
  table: `cm_${string}`;
  columns: string[];
  /** Rows in the order of the columns; has a `where`, without which SQLite misreads what follows. */
  rows: Knex.QueryBuilder;
  /** Where a row may run into another one: the columns of the unique index, and what becomes of that one. */
  conflict?: Conflict;
}

interface Conflict {
  unique: string[];
  /** Nothing: it stays as it is. */
  change: Record<string, unknown>;
}

export const insertSelect = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  { table, columns, rows, conflict }: InsertSelect
): Promise<void> => {
  const schema = strapi.db.getSchemaName();
  const { sql, bindings } = rows.toSQL();
  const { text, values } = conflict
    ? onConflict(strapi, table, conflict)
    : { text: '', values: [] };
  await trx.raw(`insert into ?? (${marks(columns)}) ${sql} ${text}`, [
    schema ? `${schema}.${table}` : table,
    ...columns,
    ...(bindings as Knex.RawBinding[]),
    ...values,
  ]);
};

const marks = (columns: string[]): string => columns.map(() => '??').join(', ');

const onConflict = (
  strapi: Core.Strapi,
  table: string,
  { unique, change }: Conflict
): { text: string; values: Knex.RawBinding[] } => {
  const changes = Object.entries(change);
  const set = changes.map(() => '?? = ?').join(', ');
  const values = changes.flat() as Knex.RawBinding[];
  if (dialectOf(strapi) === 'mysql') {
    // The rows may come from tables with such a column as well.
    const same = unique.slice(0, 1).map((column) => `${table}.${column}`);
    return changes.length > 0
      ? { text: `on duplicate key update ${set}`, values }
      : { text: 'on duplicate key update ?? = ??', values: [...same, ...same] };
  }
  const action = changes.length > 0 ? `do update set ${set}` : 'do nothing';
  return { text: `on conflict (${marks(unique)}) ${action}`, values: [...unique, ...values] };
};

/** So that the rows are there until the transaction ends. SQLite writes for one at a time anyway. */
export const keepingRows = (
  strapi: Core.Strapi,
  query: Knex.QueryBuilder,
  alias: string
): Knex.QueryBuilder => {
  const dialect = dialectOf(strapi);
  if (dialect === 'postgres') return query.forKeyShare(alias);
  return dialect === 'mysql' ? query.forShare() : query;
};
