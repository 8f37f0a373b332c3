/** What benchmarks fill large tables with, in one statement. */
import type { Knex } from 'knex';
import type { DatabaseKind } from '../../tests/support/databases';

/** For a `from`: the numbers from 1 to `count` as `s.n`, as each database counts them. */
export const numbersTo = (kind: DatabaseKind, count: number): string =>
  ({
    postgres: `generate_series(1::bigint, ${count}) as s(n)`,
    sqlite: `(with recursive s(n) as (select 1 union all select n + 1 from s where n < ${count}) select n from s) s`,
    mysql: `(select seq as n from seq_1_to_${count}) as s`,
  })[kind];

export const concat = (kind: DatabaseKind, ...parts: string[]): string =>
  kind === 'mysql' ? `concat(${parts.join(', ')})` : parts.join(' || ');

/** The partition of the month that `at` lies in; the plugin makes those of this month and the next ones. */
export const makePartition = async (database: Knex, at: number): Promise<void> => {
  const day = new Date(at);
  const [year, month] = [day.getUTCFullYear(), day.getUTCMonth()];
  const name = `cm_activities_${year}_${String(month + 1).padStart(2, '0')}`;
  await database.raw(
    `create table if not exists ${name} partition of cm_activities for values from (${Date.UTC(year, month, 1)}) to (${Date.UTC(year, month + 1, 1)})`
  );
};

export const analyze = async (database: Knex, kind: DatabaseKind, ...tables: string[]) => {
  await database.raw(kind === 'mysql' ? `analyze table ${tables.join(', ')}` : 'analyze');
};
