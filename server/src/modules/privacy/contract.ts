/** What a person agreed to. */
export const PURPOSES = ['tracking', 'email'] as const;
export type Purpose = (typeof PURPOSES)[number];

/** Purposes named and whether they are granted; the others stay as they were. */
export type ConsentGiven = { [P in Purpose]?: boolean };
