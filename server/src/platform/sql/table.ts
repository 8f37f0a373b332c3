/** Knex on one table, inside a transaction, in the schema that the site's database uses. */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';

type Rows = Knex.QueryBuilder<Record<string, unknown>, Record<string, unknown>[]>;

/**
 * On SQLite a statement outside of the open transaction waits for it forever (one connection), so
 * whoever is in one passes it on.
 */
export const inTable = (strapi: Core.Strapi, table: string, trx?: Knex.Transaction): Rows => {
  const query = strapi.db.getConnection(table) as Rows;
  return trx ? query.transacting(trx) : query;
};

/** The same under an alias, for joins and subqueries: `aliased(strapi, { c: 'cm_contacts' })`. */
export const aliased = (
  strapi: Core.Strapi,
  table: Record<string, string>,
  trx?: Knex.Transaction
): Rows => {
  const query: Knex.QueryBuilder = strapi.db.getConnection().from(table);
  return (trx ? query.transacting(trx) : query) as Rows;
};
