/** The statements that make totals of activities, and add totals to totals. */
import type { Dialect } from '../../../platform/sql/dialect';
import { ACTIVITIES_TABLE } from '../contract';
import { TOTALS_TABLE } from './tables';

const SUMMED = ['activities', 'purchases', 'purchased_value'];
export const COLUMNS = ['contact_id', ...SUMMED, 'last_at'].join(', ');

/** One row for each contact, of the activities that `where` chooses. */
export const sumsOf = (where: string): string => `select contact_id, count(*),
    sum(case when type = 'purchase' then 1 else 0 end),
    coalesce(sum(case when type = 'purchase' then value end), 0), max(occurred_at)
  from ${ACTIVITIES_TABLE} where ${where} group by contact_id`;

/** `rows` selects `COLUMNS`, and has a `where`, without which SQLite misreads what follows. */
export const insertTotals = (rows: string): string =>
  `insert into ${TOTALS_TABLE} (${COLUMNS}) ${rows}`;

/** The same, where a contact may have totals already. */
export const addTotals = (dialect: Dialect, rows: string): string =>
  `${insertTotals(rows)} ${onConflict[dialect]}`;

const together = (added: (column: string) => string, greatest: string): string =>
  [
    ...SUMMED.map((column) => `${column} = ${TOTALS_TABLE}.${column} + ${added(column)}`),
    `last_at = ${greatest}(${TOTALS_TABLE}.last_at, ${added('last_at')})`,
  ].join(', ');

const excluded = (column: string) => `excluded.${column}`;

const onConflict: Record<Dialect, string> = {
  postgres: `on conflict (contact_id) do update set ${together(excluded, 'greatest')}`,
  sqlite: `on conflict (contact_id) do update set ${together(excluded, 'max')}`,
  mysql: `on duplicate key update ${together((column) => `values(${column})`, 'greatest')}`,
};
