/** Counts as knex hands them out: a number on SQLite and MariaDB, text on PostgreSQL. */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';

export const countOf = async (query: Knex.QueryBuilder): Promise<number> => {
  const [row] = await query.count({ count: '*' });
  return Number(row?.count ?? 0);
};

/** How many rows `query` has, or `limit` when it has at least so many. */
export const countUpTo = (
  strapi: Core.Strapi,
  query: Knex.QueryBuilder,
  limit: number
): Promise<number> => {
  const counted: Knex.QueryBuilder = strapi.db.connection.from(
    query.clone().limit(limit).as('counted')
  );
  return countOf(counted);
};

/** What the database's own statistics say of a table's size; SQLite keeps none. */
const statistics: Partial<Record<string, string>> = {
  postgres: 'select reltuples as count from pg_class where oid = to_regclass(?)',
  mysql:
    'select table_rows as count from information_schema.tables where table_schema = database() and table_name = ?',
};

/** Null where it has to be counted. */
export const estimatedSize = async (strapi: Core.Strapi, table: string): Promise<number | null> => {
  const statement = statistics[strapi.db.dialect.client];
  if (!statement) return null;
  const schema = strapi.db.getSchemaName();
  const { connection } = strapi.db;
  const estimate = connection.raw(`(${statement}) as estimate`, [
    schema ? `${schema}.${table}` : table,
  ]);
  const [row] = await connection.select('estimate.count').from(estimate);
  return Number(row?.count ?? 0);
};
