/** Days and spans of time in a time zone: on the days when clocks change, a day is not 24 hours long. */
import { DateTime, IANAZone } from 'luxon';
import type { Milliseconds } from '../../../platform/clock';
import type { Span } from '../contract';

export const isTimeZone = (name: unknown): name is string =>
  typeof name === 'string' && IANAZone.isValidZone(name);

/** The same time of the clock, so long before (or after, for a negative direction). */
export const shift = (
  at: Milliseconds,
  { last, unit }: Span,
  { timeZone, direction }: { timeZone: string; direction: 'back' | 'ahead' }
): Milliseconds => {
  const start = DateTime.fromMillis(at, { zone: timeZone });
  const duration = { [unit]: last };
  return (direction === 'back' ? start.minus(duration) : start.plus(duration)).toMillis();
};

/** `2026-03-29` */
export const dayOf = (at: Milliseconds, timeZone: string): string =>
  DateTime.fromMillis(at, { zone: timeZone }).toISODate() ?? '';

export const startOfDay = (day: string, timeZone: string): Milliseconds =>
  DateTime.fromISO(day, { zone: timeZone }).startOf('day').toMillis();

export const startOfNextDay = (day: string, timeZone: string): Milliseconds =>
  DateTime.fromISO(day, { zone: timeZone }).plus({ days: 1 }).startOf('day').toMillis();

export interface CalendarFacts {
  /** 1 is Monday. */
  weekday: number;
  hour: number;
  day: string;
}

export const calendarFacts = (at: Milliseconds, timeZone: string): CalendarFacts => {
  const there = DateTime.fromMillis(at, { zone: timeZone });
  return { weekday: there.weekday, hour: there.hour, day: there.toISODate() ?? '' };
};

/** Days from the first to the last, both included; at most a year and a day. */
export const daysBetween = (first: string, last: string): string[] => {
  const days: string[] = [];
  let day = DateTime.fromISO(first, { zone: 'utc' });
  const end = DateTime.fromISO(last, { zone: 'utc' });
  while (day <= end && days.length <= MOST_DAYS) {
    days.push(day.toISODate() ?? '');
    day = day.plus({ days: 1 });
  }
  return days;
};

const MOST_DAYS = 366;

/** The first moment of a full hour after `at`. */
export const nextHour = (at: Milliseconds, timeZone: string): Milliseconds =>
  DateTime.fromMillis(at, { zone: timeZone }).startOf('hour').plus({ hours: 1 }).toMillis();
