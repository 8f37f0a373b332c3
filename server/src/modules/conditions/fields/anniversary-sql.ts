/**
 * Anniversaries: the day and month come round within the span, today included. Who was born on the 29th
 * of February has it on the 28th where a year has no 29th.
 */
import type { Dialect } from '../../../platform/sql/dialect';
import type { FieldQuestion, Span } from '../contract';
import type { CompileContext, Sql } from '../leaf';
import { dayOf, daysBetween, shift, startOfDay } from '../time/zoned';
import type { DateColumn } from './column';
import { rangeSql } from './range-sql';

/** `MM-DD` of a day's column. */
const MONTH_AND_DAY: Record<Dialect, string> = {
  sqlite: 'substr(?, 6, 5)',
  postgres: `to_char((?)::date, 'MM-DD')`,
  mysql: `date_format(?, '%m-%d')`,
};

const FIRST_YEAR = 1970;

export const anniversaryTest = (
  context: CompileContext,
  column: DateColumn,
  { value }: FieldQuestion
): Sql => {
  const { strapi, dialect, now, timeZone } = context;
  const { connection } = strapi.db;
  const today = dayOf(now, timeZone);
  const last = dayOf(shift(now, value as Span, { timeZone, direction: 'ahead' }), timeZone);
  const days = [...new Set(daysBetween(today, last).flatMap(celebratedOn))];
  if (column.stored === 'day') {
    const marks = days.map(() => '?').join(', ');
    return connection.raw(`${MONTH_AND_DAY[dialect]} in (${marks})`, [column.sql, ...days]);
  }
  const years = Number(today.slice(0, 4)) - FIRST_YEAR + 1;
  const ranges = Array.from({ length: years }, (_one, at) => String(FIRST_YEAR + at)).flatMap(
    (year) => runsOf(year, days).map(([from, to]) => ({ from, to }))
  );
  const tests = ranges.map(({ from, to }) =>
    rangeSql(context, column, {
      from: startOfDay(from, timeZone),
      to: startOfDay(nextDay(to), timeZone),
    })
  );
  return connection.raw(tests.map(() => '(?)').join(' or '), tests);
};

const LEAP_DAY = '02-29';

const celebratedOn = (day: string): string[] => {
  const monthAndDay = day.slice('YYYY-'.length);
  const isEve = monthAndDay === '02-28' && nextDay(day).slice('YYYY-'.length) !== LEAP_DAY;
  return isEve ? [monthAndDay, LEAP_DAY] : [monthAndDay];
};

const nextDay = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 'YYYY-MM-DD'.length);

/** Days of a year that follow each other, as first and last. */
const runsOf = (year: string, days: string[]): [string, string][] => {
  const there = days
    .map((day) => `${year}-${day}`)
    .filter((day) => new Date(`${day}T00:00:00Z`).toISOString().startsWith(day))
    .sort();
  const runs: [string, string][] = [];
  for (const day of there) {
    const run = runs.at(-1);
    if (run && nextDay(run[1]) === day) run[1] = day;
    else runs.push([day, day]);
  }
  return runs;
};
