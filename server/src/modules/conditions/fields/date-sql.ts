/** Questions to dates. Days are in the condition's time zone; ranges are half open, [from, to). */
import type { Milliseconds } from '../../../platform/clock';
import type { FieldQuestion, Operator, Span } from '../contract';
import type { CompileContext, Sql } from '../leaf';
import { dayOf, shift, startOfDay, startOfNextDay } from '../time/zoned';
import { textOf } from '../value-of';
import { anniversaryTest } from './anniversary-sql';
import type { DateColumn } from './column';
import { rangeSql, type Instants } from './range-sql';

export const dateTest = (
  context: CompileContext,
  column: DateColumn,
  question: FieldQuestion
): Sql => {
  const { strapi } = context;
  if (question.operator === 'isNotEmpty') {
    return strapi.db.connection.raw('? is not null', [column.sql]);
  }
  if (question.operator === 'anniversaryIn') return anniversaryTest(context, column, question);
  return column.stored === 'day'
    ? dayTest(context, column, question)
    : instantTest(context, column, question);
};

/** Days as text, both ends included. */
interface Days {
  from?: string;
  to?: string;
}

const dayTest = (context: CompileContext, { sql }: DateColumn, question: FieldQuestion): Sql => {
  const { from, to } = dayRanges[question.operator]?.(question.value, context) ?? NOWHERE;
  const bounds = [...(from ? [`? >= ?`] : []), ...(to ? [`? <= ?`] : [])];
  const values = [from, to].flatMap((day) => (day ? [sql, day] : []));
  return context.strapi.db.connection.raw(bounds.join(' and '), values);
};

/** What is no operator of dates finds nobody. */
const NOWHERE: Days = { from: '9999-12-31', to: '0001-01-01' };

type DayRange = (value: FieldQuestion['value'], context: CompileContext) => Days;

const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 1).toISOString().slice(0, 'YYYY-MM-DD'.length);
const dayAfter = (day: string): string => dayOf(startOfNextDay(day, 'utc'), 'utc');
const shifted = (
  { now, timeZone }: CompileContext,
  value: FieldQuestion['value'],
  direction: 'back' | 'ahead'
) => dayOf(shift(now, value as Span, { timeZone, direction }), timeZone);

const dayRanges: Partial<Record<Operator, DayRange>> = {
  on: (day) => ({ from: textOf(day), to: textOf(day) }),
  before: (day) => ({ to: dayBefore(textOf(day)) }),
  after: (day) => ({ from: dayAfter(textOf(day)) }),
  between: (days) => ({ from: (days as string[])[0], to: (days as string[])[1] }),
  inLast: (span, context) => ({
    from: shifted(context, span, 'back'),
    to: dayOf(context.now, context.timeZone),
  }),
  inNext: (span, context) => ({
    from: dayOf(context.now, context.timeZone),
    to: shifted(context, span, 'ahead'),
  }),
};

const instantTest = (context: CompileContext, column: DateColumn, question: FieldQuestion): Sql => {
  const range = instantRanges[question.operator]?.(question.value, context) ?? { from: 1, to: 0 };
  return rangeSql(context, column, range);
};

const isDay = (value: string): boolean => value.length === 'YYYY-MM-DD'.length;

/** The first moment of a day, or the instant itself. */
export const beginOf = (value: string, timeZone: string): Milliseconds =>
  isDay(value) ? startOfDay(value, timeZone) : Date.parse(value);

/** The first moment after a day, or after the instant. */
export const endOf = (value: string, timeZone: string): Milliseconds =>
  isDay(value) ? startOfNextDay(value, timeZone) : Date.parse(value) + 1;

type InstantRange = (value: FieldQuestion['value'], context: CompileContext) => Instants;

const instantRanges: Partial<Record<Operator, InstantRange>> = {
  on: (day, { timeZone }) => ({
    from: beginOf(textOf(day), timeZone),
    to: endOf(textOf(day), timeZone),
  }),
  before: (value, { timeZone }) => ({ to: beginOf(textOf(value), timeZone) }),
  after: (value, { timeZone }) => ({ from: endOf(textOf(value), timeZone) }),
  between: (values, { timeZone }) => {
    const [from = '', to = ''] = values as string[];
    return { from: beginOf(from, timeZone), to: endOf(to, timeZone) };
  },
  inLast: (span, { now, timeZone }) => ({
    from: shift(now, span as Span, { timeZone, direction: 'back' }) + 1,
    to: now + 1,
  }),
  inNext: (span, { now, timeZone }) => ({
    from: now,
    to: shift(now, span as Span, { timeZone, direction: 'ahead' }) + 1,
  }),
};
