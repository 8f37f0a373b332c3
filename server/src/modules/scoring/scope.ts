/** Whose points are computed: named contacts, or those whose row numbers lie in a range. */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { among } from '../../platform/sql/among';
import { dialectOf } from '../../platform/sql/dialect';

/** Both ends of the range are in it. */
export type Scope = { ids: number[] } | { from: number; to: number };

export const narrow = <Query extends Knex.QueryBuilder>(
  strapi: Core.Strapi,
  query: Query,
  column: string,
  scope: Scope
): Query => {
  if ('ids' in scope) return among(dialectOf(strapi), query, column, scope.ids);
  void query.whereBetween(column, [scope.from, scope.to]);
  return query;
};
