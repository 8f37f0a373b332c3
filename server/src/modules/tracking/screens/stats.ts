/** Visits and new contacts a day, counted out of two indexes. */
import type { Core } from '@strapi/strapi';
import { isEms } from '../../../config';
import { DAY, type Milliseconds } from '../../../platform/clock';
import { CONTACTS_TABLE } from '../../contacts';
import { SESSIONS_TABLE } from '../../identity';
import type { Stats } from '../contract';

/** The last `days` days, today included; days are UTC. */
export const readStats = async (
  strapi: Core.Strapi,
  { days, now }: { days: number; now: Milliseconds }
): Promise<Stats> => {
  const today = now - (now % DAY);
  const starts = Array.from({ length: days }, (_, at) => today - (days - 1 - at) * DAY);
  const visits = isEms(strapi)
    ? await countPerDay(strapi, starts, {
        table: SESSIONS_TABLE,
        column: 'started_at',
        bound: (at) => at,
      })
    : [];
  const newContacts = await countPerDay(strapi, starts, {
    table: CONTACTS_TABLE,
    column: 'identified_at',
    bound: (at) => new Date(at),
  });
  return {
    days: starts.map((at, day) => ({
      date: new Date(at).toISOString().slice(0, 10),
      visits: visits[day] ?? 0,
      newContacts: newContacts[day] ?? 0,
    })),
    timezone: 'UTC',
    totals: { visits: sumOf(visits), newContacts: sumOf(newContacts) },
  };
};

interface Counted {
  table: string;
  column: string;
  /** A moment as the column keeps it. */
  bound: (at: Milliseconds) => Date | number;
}

/**
 * One statement with a count for each day, every one a range of the index. Grouping by a computed day
 * would have to be told each database's way to compute it, and the time zone its dates are kept in.
 */
const countPerDay = async (
  strapi: Core.Strapi,
  starts: Milliseconds[],
  { table, column, bound }: Counted
): Promise<number[]> => {
  const { connection } = strapi.db;
  const counts = starts.map((at, day) =>
    strapi.db
      .getConnection(table)
      .where(column, '>=', bound(at))
      .where(column, '<', bound(at + DAY))
      .select(connection.raw('? as day', [day]), connection.raw('count(*) as counted'))
  );
  const [first, ...rest] = counts;
  if (!first) return [];
  const rows = (await first.unionAll(rest)) as unknown as Record<string, number | string>[];
  const byDay = new Map(rows.map(({ day, counted }) => [Number(day), Number(counted)]));
  return starts.map((_, day) => byDay.get(day) ?? 0);
};

const sumOf = (counts: number[]): number => counts.reduce((sum, count) => sum + count, 0);
