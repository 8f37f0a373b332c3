/** Accounts and everything below them, as a subquery of row numbers. */
import type { Core } from '@strapi/strapi';
import { ACCOUNTS_TABLE } from '../../accounts';
import type { Sql } from '../leaf';

const tableOf = (strapi: Core.Strapi): string => {
  const schema = strapi.db.getSchemaName();
  return schema ? `${schema}.${ACCOUNTS_TABLE}` : ACCOUNTS_TABLE;
};

/** `union` and not `union all`: a circle, which nothing should have let in, ends. */
export const accountsBelow = (strapi: Core.Strapi, documentIds: string[]): Sql => {
  const table = tableOf(strapi);
  const marks = documentIds.map(() => '?').join(', ');
  return strapi.db.connection.raw(
    `with recursive below (id) as (select id from ?? where document_id in (${marks}) ` +
      `union select child.id from ?? as child join below on child.parent_id = below.id) select id from below`,
    [table, ...documentIds, table]
  );
};

/** Pairs of every account that `roots` selects and each account in its tree, itself among them. */
export const treesOf = (strapi: Core.Strapi, roots: Sql): Sql => {
  const table = tableOf(strapi);
  return strapi.db.connection.raw(
    `with recursive tree (root_id, account_id) as (select id, id from ?? where id in ? ` +
      `union select tree.root_id, child.id from ?? as child join tree on child.parent_id = tree.account_id) ` +
      `select root_id, account_id from tree`,
    [table, roots, table]
  );
};
