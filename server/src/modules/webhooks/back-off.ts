/** When a delivery that failed is tried again, and when an endpoint is given up. */
import { DAY, HOUR, MINUTE, SECOND, type Milliseconds } from '../../platform/clock';

/** After the first attempt, the second, … */
const PAUSES: Milliseconds[] = [10 * SECOND, MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 6 * HOUR];

export const MAX_ATTEMPTS = PAUSES.length + 1;

/** Null when there is no further attempt. */
export const pauseAfter = (attempts: number): Milliseconds | null => PAUSES[attempts - 1] ?? null;

const GIVEN_UP_AFTER: Milliseconds = 3 * DAY;

export const isGivenUp = (failingSince: Milliseconds, now: Milliseconds): boolean =>
  now - failingSince >= GIVEN_UP_AFTER;
