/** Thresholds of a score as they came from outside. */
import type { FieldProblem } from '../../../platform/field-problem';
import { normalizeEmail } from '../../../platform/normalize-email';
import { isRecord } from '../../../platform/records';
import { MOST_EMAILS, MOST_THRESHOLDS, type Threshold } from '../contract';
import { isWhole, onlyKnown, readName, refuse, Refused } from './refuse';
import { newId, takeId } from './stable-id';

/** Null is none. */
export const readThresholds = (
  input: unknown
): { thresholds: Threshold[]; problems: FieldProblem[] } => {
  if (input === null || input === undefined) return { thresholds: [], problems: [] };
  const field = 'thresholds';
  if (!Array.isArray(input)) {
    return { thresholds: [], problems: [{ field, message: 'thresholds must be a list' }] };
  }
  if (input.length > MOST_THRESHOLDS) {
    const message = `A score can have at most ${MOST_THRESHOLDS} thresholds, not ${input.length}`;
    return { thresholds: [], problems: [{ field, message }] };
  }
  const problems: FieldProblem[] = [];
  const taken = new Set<number>();
  const thresholds = input.flatMap((threshold: unknown, at) => {
    try {
      return [readThreshold(threshold, taken)];
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      problems.push(...error.problemsAt(`thresholds[${at}]`));
      return [];
    }
  });
  return { thresholds, problems };
};

const PROPERTIES = ['id', 'name', 'at', 'emails', 'once'];
const HIGHEST = 1_000_000_000;

const readThreshold = (input: unknown, taken: Set<number>): Threshold => {
  if (!isRecord(input)) return refuse('', 'must be an object');
  onlyKnown(input, PROPERTIES, 'A threshold');
  const { at, once } = input;
  if (!isWhole(at, 1, HIGHEST)) {
    return refuse('at', `must be a whole number from 1 to ${HIGHEST}`);
  }
  if (once !== undefined && typeof once !== 'boolean') {
    return refuse('once', 'must be true or false');
  }
  return {
    id: takeId(input.id, taken) ?? newId(taken),
    name: readName(input.name),
    at,
    emails: readEmails(input.emails ?? []),
    ...(once ? { once } : {}),
  };
};

const readEmails = (input: unknown): string[] => {
  if (!Array.isArray(input)) return refuse('emails', 'must be a list of e-mail addresses');
  if (input.length > MOST_EMAILS) {
    return refuse('emails', `can be at most ${MOST_EMAILS}, not ${input.length}`);
  }
  return [
    ...new Set(
      input.map((email: unknown, at) => {
        const address = typeof email === 'string' ? normalizeEmail(email) : null;
        return address ?? refuse(`emails[${at}]`, 'must be an e-mail address');
      })
    ),
  ];
};
