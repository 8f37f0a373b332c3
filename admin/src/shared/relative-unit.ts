/** The unit in which people would tell a distance in time. */
export type RelativeUnit =
  'now' | { value: number; unit: 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year' };

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const STEPS = [
  { unit: 'minute', size: MINUTE, below: HOUR },
  { unit: 'hour', size: HOUR, below: DAY },
  { unit: 'day', size: DAY, below: 7 * DAY },
  { unit: 'week', size: 7 * DAY, below: 35 * DAY },
  { unit: 'month', size: 30.44 * DAY, below: 365 * DAY },
] as const;
const YEARS = { unit: 'year', size: 365.25 * DAY } as const;

/** `milliseconds` from now: negative is the past. Under 45 seconds either way is now. */
export const toRelativeUnit = (milliseconds: number): RelativeUnit => {
  const distance = Math.abs(milliseconds);
  if (distance < 45 * SECOND) return 'now';
  const step = STEPS.find(({ below }) => distance < below) ?? YEARS;
  const value = Math.max(1, Math.floor(distance / step.size));
  return { value: milliseconds < 0 ? -value : value, unit: step.unit };
};
