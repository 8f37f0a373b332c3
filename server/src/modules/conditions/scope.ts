/** Narrows a query to the contacts that are asked about, with one parameter where the database can. */
import type { CompileContext, Query } from './leaf';

export const narrowToScope = (
  { strapi, dialect, scope }: CompileContext,
  query: Query,
  column: string
): Query => {
  if (scope === null) return query;
  if (dialect === 'postgres') return query.whereRaw('?? = any(?::bigint[])', [column, scope]);
  if (dialect === 'mysql') return query.whereIn(column, scope);
  const ids = strapi.db.connection.raw('select value from json_each(?)', [JSON.stringify(scope)]);
  return query.whereRaw('?? in (?)', [column, ids]);
};
