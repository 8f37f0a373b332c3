/** The one place that reads the wall clock, so that tests and rules can be given another `now`. */
export type Milliseconds = number;

export const SECOND: Milliseconds = 1_000;
export const MINUTE: Milliseconds = 60 * SECOND;
export const HOUR: Milliseconds = 60 * MINUTE;
export const DAY: Milliseconds = 24 * HOUR;

export const now = (): Milliseconds => Date.now();
