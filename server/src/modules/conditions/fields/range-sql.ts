/** Instants in a range, as the column keeps them. */
import type { Milliseconds } from '../../../platform/clock';
import type { CompileContext, Sql } from '../leaf';
import type { DateColumn } from './column';

/** Epoch milliseconds, [from, to). */
export interface Instants {
  from?: Milliseconds;
  to?: Milliseconds;
}

export const rangeSql = (
  { strapi }: CompileContext,
  { sql, stored }: DateColumn,
  { from, to }: Instants
): Sql => {
  const bound = (at: Milliseconds) => (stored === 'milliseconds' ? at : new Date(at));
  const bounds = [
    ...(from === undefined ? [] : ['? >= ?']),
    ...(to === undefined ? [] : ['? < ?']),
  ];
  const values = [from, to].flatMap((at) => (at === undefined ? [] : [sql, bound(at)]));
  return strapi.db.connection.raw(bounds.join(' and '), values);
};
