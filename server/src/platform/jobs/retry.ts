/** What becomes of a job whose attempt failed. */
import { errors } from '@strapi/utils';
import { MINUTE, SECOND, type Milliseconds } from '../clock';

export const MAX_ATTEMPTS = 5;
const FIRST_PAUSE = 5 * SECOND;
const LONGEST_PAUSE = 10 * MINUTE;

/** Four times as long after each attempt: 5 s, 20 s, 80 s … */
export const pauseAfter = (attempts: number): Milliseconds =>
  Math.min(FIRST_PAUSE * 4 ** (attempts - 1), LONGEST_PAUSE);

/** Refused for a reason that another attempt would meet again, in a sentence for people. */
export const isFinal = (error: unknown): error is Error => error instanceof errors.ApplicationError;

export type Verdict = { again: true; after: Milliseconds } | { again: false; error: string };

export const afterFailure = (error: unknown, attempts: number): Verdict => {
  if (isFinal(error)) return { again: false, error: error.message };
  if (attempts < MAX_ATTEMPTS) return { again: true, after: pauseAfter(attempts) };
  return { again: false, error: `It failed ${attempts} times; the server's log says why` };
};
