import type { Knex } from 'knex';
import type { Dialect } from './dialect';

/** Narrows a query to these row numbers, with one parameter for all of them where the database can. */
export const among = <Query extends Knex.QueryBuilder>(
  dialect: Dialect,
  query: Query,
  column: string,
  ids: number[]
): Query => {
  if (dialect === 'postgres') void query.whereRaw('?? = any(?::bigint[])', [column, ids]);
  else if (dialect === 'mysql') void query.whereIn(column, ids);
  else {
    const list = JSON.stringify(ids);
    void query.whereRaw('?? in (select value from json_each(?))', [column, list]);
  }
  return query;
};
