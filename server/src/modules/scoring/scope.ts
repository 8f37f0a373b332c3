/** Whose points are computed: named contacts, or those whose row numbers lie in a range. */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { dialectOf } from '../../platform/sql/dialect';

/** Both ends of the range are in it. */
export type Scope = { ids: number[] } | { from: number; to: number };

export const narrow = <Query extends Knex.QueryBuilder>(
  strapi: Core.Strapi,
  query: Query,
  column: string,
  scope: Scope
): Query => {
  if ('from' in scope) {
    void query.whereBetween(column, [scope.from, scope.to]);
    return query;
  }
  const dialect = dialectOf(strapi);
  if (dialect === 'mysql') void query.whereIn(column, scope.ids);
  else if (dialect === 'postgres') void query.whereRaw('?? = any(?::int[])', [column, scope.ids]);
  else {
    const ids = JSON.stringify(scope.ids);
    void query.whereRaw('?? in (select value from json_each(?))', [column, ids]);
  }
  return query;
};
