/**
 * What becomes of a contact's data on its way in, whichever door it comes through: one spelling for
 * what is compared, the rules of kind and state. Decides only; who calls it stores and reports.
 * Values of a wrong type pass untouched, for Strapi's own validation to refuse.
 */
import isISO31661Alpha2 from 'validator/lib/isISO31661Alpha2';
import { initialState, parseState, stateOnceKnown } from './contact-state';
import type { ContactKind, ContactState, FieldProblem } from './contract';
import { normalizeEmail } from './normalize-email';
import { normalizePhone } from './normalize-phone';
import { normalizeWebsite } from './normalize-website';

export type ContactData = Record<string, unknown>;

/** What is known of a contact before the write. */
export interface StoredContact {
  kind: ContactKind;
  state: ContactState;
  email: string | null;
  country: string | null;
}

export interface NormalizedContact {
  data: ContactData;
  problems: FieldProblem[];
}

interface Context {
  country: string | null;
}
/** The value to store and what follows from it for other fields, or what is wrong. */
type Outcome = { value: unknown; also?: ContactData } | { problem: string };
type Normalizer = (typed: string, context: Context) => Outcome;

/** `stored` is null for a new contact. */
export const normalizeContact = (
  given: ContactData,
  stored: StoredContact | null,
  now: Date
): NormalizedContact => {
  const country = normalizeFields(given, ['country'], { country: null });
  const rest = normalizeFields(
    given,
    Object.keys(normalizers).filter((field) => field !== 'country'),
    { country: textOr(country.data.country, stored?.country) }
  );
  const data = { ...given, ...country.data, ...rest.data };
  return {
    data: { ...data, ...kindAndState(data, stored, now) },
    problems: [...country.problems, ...rest.problems],
  };
};

const MAX_ECHO = 60;
const echo = (typed: string) =>
  `"${typed.length > MAX_ECHO ? `${typed.slice(0, MAX_ECHO)}…` : typed}"`;

const phone =
  (flag: string): Normalizer =>
  (typed, { country }) => {
    const { number, unreadable } = normalizePhone(typed, country);
    return { value: number, also: { [flag]: unreadable } };
  };

/** Each is given trimmed text that is not empty. */
const normalizers: Record<string, Normalizer> = {
  country: (typed) => {
    const value = typed.toUpperCase();
    return isISO31661Alpha2(value)
      ? { value }
      : { problem: `${echo(typed)} is not a country code such as CZ (ISO 3166-1 alpha-2)` };
  },
  email: (typed) => {
    const value = normalizeEmail(typed);
    return value ? { value } : { problem: `${echo(typed)} is not an e-mail address` };
  },
  externalId: (typed) => ({ value: typed }),
  phone: phone('phoneUnreadable'),
  mobilePhone: phone('mobilePhoneUnreadable'),
  state: (typed) => {
    const value = parseState(typed);
    return value
      ? { value }
      : { problem: `${echo(typed)} is not a state: prospect, partner, client or other` };
  },
  website: (typed) => {
    const value = normalizeWebsite(typed);
    return value ? { value } : { problem: `${echo(typed)} is not a web address` };
  },
};

const whenEmptied: Record<string, ContactData> = {
  phone: { phoneUnreadable: false },
  mobilePhone: { mobilePhoneUnreadable: false },
};

const normalizeFields = (
  given: ContactData,
  fields: string[],
  context: Context
): NormalizedContact => {
  const data: ContactData = {};
  const problems: FieldProblem[] = [];
  for (const field of fields) {
    const value = given[field];
    if (value !== null && typeof value !== 'string') continue;
    const outcome = normalizeValue(field, value?.trim() ?? '', context);
    if ('problem' in outcome) problems.push({ field, message: outcome.problem });
    else Object.assign(data, { [field]: outcome.value }, outcome.also);
  }
  return { data, problems };
};

const normalizeValue = (field: string, typed: string, context: Context): Outcome =>
  typed === ''
    ? { value: null, also: whenEmptied[field] ?? {} }
    : (normalizers[field]?.(typed, context) ?? { value: typed });

/** An e-mail makes a contact known; being known moves anonymous traffic on. */
const kindAndState = (data: ContactData, stored: StoredContact | null, now: Date): ContactData => {
  const email = data.email === undefined ? stored?.email : data.email;
  const given = (data.kind ?? stored?.kind ?? 'known') as ContactKind;
  const kind = email ? 'known' : given;
  const changed: ContactData = kind === stored?.kind ? {} : { kind };
  if (data.kind !== undefined) changed.kind = kind;
  if (kind === 'known' && stored?.kind !== 'known') {
    changed.identifiedAt = data.identifiedAt ?? now;
  }
  return { ...changed, ...stateOf(data, kind, stored) };
};

/** Forms send every field along, so a state that is the stored one was not chosen. */
const stateOf = (
  data: ContactData,
  kind: ContactKind,
  stored: StoredContact | null
): ContactData => {
  if (!stored) return { state: data.state ?? initialState(kind) };
  const chosen = data.state !== undefined && data.state !== stored.state;
  const identified = stored.kind === 'anonymous' && kind === 'known';
  return identified && !chosen ? { state: stateOnceKnown(stored.state) } : {};
};

const textOr = (value: unknown, otherwise: string | null | undefined): string | null =>
  typeof value === 'string' ? value : (otherwise ?? null);
