/** What becomes of a membership's data on its way in, and what is refused. Decides only. */
import { toValidationError, type FieldProblem } from '../../platform/field-problem';
import { normalizeDay } from '../../platform/normalize-day';
import { isCurrent } from './membership-dates';

export type MembershipData = Record<string, unknown>;

/** What is known of a membership before the write, by attribute. */
export interface StoredMembership {
  account: number | null;
  contact: number | null;
  since: string | null;
  until: string | null;
}

/**
 * `stored` is null for a new membership, whose partners must then be given; those of an existing one
 * stay. Throws a ValidationError with a sentence for each field.
 */
export const normalizeMembership = (
  given: MembershipData,
  stored: StoredMembership | null
): MembershipData => {
  const since = readDay(given, 'since', stored);
  const until = readDay(given, 'until', stored);
  const problems = [...partnerProblems(given, stored), ...since.problems, ...until.problems];
  if (since.day && until.day && since.day > until.day) {
    problems.push({ field: 'until', message: `A membership since ${since.day} cannot end before` });
  }
  if (problems.length > 0) throw toValidationError(problems);
  const data = {
    ...given,
    ...(given.since === undefined ? {} : { since: since.day }),
    ...(given.until === undefined ? {} : { until: until.day }),
  };
  // What is over is nobody's main account.
  return isCurrent({ until: until.day }) ? data : { ...data, isPrimary: false };
};

const partnerProblems = (given: MembershipData, stored: StoredMembership | null): FieldProblem[] =>
  (['account', 'contact'] as const).flatMap((field) => {
    const value = given[field];
    if (!stored) {
      return typeof value === 'number'
        ? []
        : [{ field, message: `A membership needs ${articled[field]}` }];
    }
    return value === undefined || value === stored[field]
      ? []
      : [
          {
            field,
            message: `The ${field} of a membership stays: end this one and start another one`,
          },
        ];
  });

const articled = { account: 'an account', contact: 'a contact' };

const readDay = (
  given: MembershipData,
  field: 'since' | 'until',
  stored: StoredMembership | null
): { day: string | null; problems: FieldProblem[] } => {
  const value = given[field];
  if (value === undefined) return { day: stored?.[field] ?? null, problems: [] };
  if (value === null || value === '') return { day: null, problems: [] };
  const text = value instanceof Date ? value.toISOString() : value;
  const day = typeof text === 'string' ? normalizeDay(text) : null;
  return {
    day,
    problems: day ? [] : [{ field, message: `${field} must be a date such as 2026-01-31` }],
  };
};
