/** When people come: at the hours they are awake, businesses on working days. */
import type { Random } from '../random';
import type { Persona } from '../types';

const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
/** Longer than any visit, so that one is over before the next begins and before `now`. */
const LONGEST_VISIT = 2 * HOUR;

/** Hour of the day (UTC) and how likely it is. */
const hoursAtHome: [number, number][] = [
  [5, 2],
  [6, 5],
  [7, 8],
  [8, 6],
  [9, 5],
  [10, 5],
  [11, 6],
  [12, 7],
  [13, 5],
  [14, 4],
  [15, 5],
  [16, 6],
  [17, 7],
  [18, 9],
  [19, 11],
  [20, 10],
  [21, 6],
  [22, 2],
];
const hoursAtWork: [number, number][] = [
  [7, 4],
  [8, 8],
  [9, 10],
  [10, 10],
  [11, 7],
  [12, 5],
  [13, 8],
  [14, 9],
  [15, 7],
  [16, 4],
];

const isWeekend = (time: number) => [0, 6].includes(new Date(time).getUTCDay());

/**
 * Starts of `count` visits from `firstDaysAgo` to `lastDaysAgo` days before `now`, the earliest first;
 * fewer when two would run into each other. Epoch milliseconds.
 */
export const visitTimes = (
  random: Random,
  {
    now,
    persona,
    count,
    firstDaysAgo,
    lastDaysAgo,
  }: { now: number; persona: Persona; count: number; firstDaysAgo: number; lastDaysAgo: number }
): number[] => {
  const latest = now - LONGEST_VISIT;
  const starts = Array.from({ length: count }, (_, turn) => {
    const daysAgo =
      turn === 0 ? firstDaysAgo : lastDaysAgo + random.next() * (firstDaysAgo - lastDaysAgo);
    return atLikelyHour(random, now - daysAgo * DAY, persona);
  })
    .map((time) => (time > latest ? time - DAY : time))
    .sort((a, b) => a - b);
  return starts.filter(
    (time, index) => index === 0 || time - (starts[index - 1] ?? 0) > LONGEST_VISIT
  );
};

const atLikelyHour = (random: Random, time: number, persona: Persona): number => {
  const midnight = Math.floor(time / DAY) * DAY;
  const hour = random.weighted(persona === 'business' ? hoursAtWork : hoursAtHome);
  const start = midnight + hour * HOUR + random.int(0, 59) * MINUTE + random.int(0, 59_999);
  return persona === 'business' && isWeekend(start) ? start - 2 * DAY : start;
};
