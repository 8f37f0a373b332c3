/** Values of conditions, as they came from outside. `say` throws. */
import { normalizeDay } from '../../../platform/normalize-day';
import { isRecord } from '../../../platform/records';
import { UNITS, type Span, type Unit, type Window } from '../contract';

type Say = (message: string) => never;

const MOST_ITEMS = 1_000;

export const readList = <Item extends string | number>(
  value: unknown,
  read: (item: unknown) => Item,
  say: Say
): Item[] => {
  if (!Array.isArray(value) || value.length === 0) {
    return say('value must be a list of at least one');
  }
  if (value.length > MOST_ITEMS) return say(`value may list at most ${MOST_ITEMS}`);
  return [...new Set(value.map(read))];
};

/** Beyond this, numbers of JavaScript and of the databases are not the same any more. */
const LARGEST = 1e15;

export const readNumber = (value: unknown, say: Say): number => {
  if (typeof value !== 'number' || !Number.isFinite(value)) return say('value must be a number');
  return Math.abs(value) <= LARGEST ? value : say(`value must be between -1e15 and 1e15`);
};

/** `path` is told in the sentence. */
export const readCount = (value: unknown, path: string, say: Say, least = 0): number =>
  typeof value === 'number' && Number.isInteger(value) && value >= least && value <= MOST_TIMES
    ? value
    : say(`${path} must be a whole number from ${least} to ${MOST_TIMES}`);

const MOST_TIMES = 1_000_000;

export const readDay = (value: unknown, say: Say): string => {
  const day = typeof value === 'string' ? normalizeDay(value) : null;
  return day !== null && day === value ? day : say('value must be a day such as 2026-12-31');
};

/** A day, or an instant with its zone. */
export const readInstant = (value: unknown, say: Say): string => {
  if (typeof value !== 'string' || normalizeDay(value) === null) {
    return say('value must be a day such as 2026-12-31, or an ISO date and time');
  }
  if (value === normalizeDay(value)) return value;
  return /(?:Z|[+-]\d{2}:?\d{2})$/.test(value)
    ? new Date(value).toISOString()
    : say('A date and time must name its zone, such as 2026-12-31T10:00:00Z');
};

const MOST_OF: Record<Unit, number> = {
  minutes: 1_000_000,
  hours: 100_000,
  days: 36_500,
  weeks: 5_200,
  months: 1_200,
  years: 100,
};

const WITHIN_A_DAY: ReadonlySet<Unit> = new Set<Unit>(['minutes', 'hours']);

export const readSpan = (value: unknown, { wholeDays }: { wholeDays: boolean }, say: Say): Span => {
  if (!isRecord(value) || Object.keys(value).some((name) => name !== 'last' && name !== 'unit')) {
    return say('value must be such as { "last": 30, "unit": "days" }');
  }
  const unit = UNITS.find((known) => known === value.unit);
  if (!unit) return say(`unit must be one of ${UNITS.join(', ')}`);
  if (wholeDays && WITHIN_A_DAY.has(unit)) return say('A day has no hours: ask in days or longer');
  const { last } = value;
  if (typeof last !== 'number' || !Number.isInteger(last) || last < 1 || last > MOST_OF[unit]) {
    return say(`last must be a whole number from 1 to ${MOST_OF[unit]}`);
  }
  return { last, unit };
};

/** Undefined is `ever`. */
export const readWindow = (value: unknown, say: Say): Window | undefined => {
  if (value === undefined || value === null || value === 'ever') return undefined;
  if (!isRecord(value) || !('between' in value)) return readSpan(value, { wholeDays: false }, say);
  const { between, ...others } = value;
  if (Object.keys(others).length > 0) return say('A window has either last or between');
  if (!Array.isArray(between) || between.length !== 2) {
    return say('between takes a list of two dates');
  }
  const [from, to] = [readInstant(between[0], say), readInstant(between[1], say)];
  return from <= to ? { between: [from, to] } : say('The window must not end before it begins');
};
