/**
 * One spelling for what is compared, in contacts and accounts alike. Decides only; who calls it stores
 * and reports. Values of a wrong type pass untouched, for Strapi's own validation to refuse.
 */
import isISO31661Alpha2 from 'validator/lib/isISO31661Alpha2';
import type { FieldProblem } from './field-problem';
import { normalizeEmail } from './normalize-email';
import { normalizePhone } from './normalize-phone';
import { normalizeWebsite } from './normalize-website';

type Data = Record<string, unknown>;

export interface NormalizedFields {
  data: Data;
  problems: FieldProblem[];
}

interface Context {
  country: string | null;
}
/** The value to store and what follows from it for other fields, or what is wrong. */
export type Outcome = { value: unknown; also?: Data } | { problem: string };

export interface FieldRule {
  /** Is given trimmed text that is not empty. */
  read: (typed: string, context: Context) => Outcome;
  /** What empty text comes to; nothing but null unless said. */
  emptied?: Outcome;
}

export type FieldRules = Record<string, FieldRule>;

const MAX_ECHO = 60;
export const echo = (typed: string): string =>
  `"${typed.length > MAX_ECHO ? `${typed.slice(0, MAX_ECHO)}…` : typed}"`;

export const keptText: FieldRule = { read: (typed) => ({ value: typed }) };

export const country: FieldRule = {
  read: (typed) => {
    const value = typed.toUpperCase();
    return isISO31661Alpha2(value)
      ? { value }
      : { problem: `${echo(typed)} is not a country code such as CZ (ISO 3166-1 alpha-2)` };
  },
};

export const email: FieldRule = {
  read: (typed) => {
    const value = normalizeEmail(typed);
    return value ? { value } : { problem: `${echo(typed)} is not an e-mail address` };
  },
};

export const website: FieldRule = {
  read: (typed) => {
    const value = normalizeWebsite(typed);
    return value ? { value } : { problem: `${echo(typed)} is not a web address` };
  },
};

/** `flag` is the attribute that says that the number stands as it was typed. */
export const phone = (flag: string): FieldRule => ({
  read: (typed, { country: home }) => {
    const { number, unreadable } = normalizePhone(typed, home);
    return { value: number, also: { [flag]: unreadable } };
  },
  emptied: { value: null, also: { [flag]: false } },
});

/** `storedCountry` is what a number without a prefix is read in, unless a country comes with it. */
export const normalizeFields = (
  given: Data,
  { country: countryRule, ...rules }: FieldRules,
  storedCountry: string | null
): NormalizedFields => {
  const place = normalizeEach(given, countryRule ? { country: countryRule } : {}, null);
  const { country: code } = place.data;
  const rest = normalizeEach(given, rules, typeof code === 'string' ? code : storedCountry);
  return {
    data: { ...given, ...place.data, ...rest.data },
    problems: [...place.problems, ...rest.problems],
  };
};

const normalizeEach = (given: Data, rules: FieldRules, home: string | null): NormalizedFields => {
  const result: NormalizedFields = { data: {}, problems: [] };
  for (const [field, { read, emptied = { value: null } }] of Object.entries(rules)) {
    const value = given[field];
    if (value !== null && typeof value !== 'string') continue;
    const typed = value?.trim() ?? '';
    const outcome = typed === '' ? emptied : read(typed, { country: home });
    if ('problem' in outcome) result.problems.push({ field, message: outcome.problem });
    else Object.assign(result.data, { [field]: outcome.value }, outcome.also);
  }
  return result;
};
