/**
 * What becomes of a contact's data on its way in, whichever door it comes through: one spelling for
 * what is compared, the rules of kind and state. Decides only; who calls it stores and reports.
 * Values of a wrong type pass untouched, for Strapi's own validation to refuse.
 */
import type { FieldProblem } from '../../platform/field-problem';
import {
  country,
  echo,
  email,
  keptText,
  normalizeFields,
  phone,
  website,
  type FieldRules,
} from '../../platform/normalize-fields';
import { initialState, parseState, stateOnceKnown } from './contact-state';
import type { ContactKind, ContactState } from './contract';

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

/** `stored` is null for a new contact. */
export const normalizeContact = (
  given: ContactData,
  stored: StoredContact | null,
  now: Date
): NormalizedContact => {
  const { data, problems } = normalizeFields(given, rules, stored?.country ?? null);
  return { data: { ...data, ...kindAndState(data, stored, now) }, problems };
};

const rules: FieldRules = {
  country,
  email,
  externalId: keptText,
  phone: phone('phoneUnreadable'),
  mobilePhone: phone('mobilePhoneUnreadable'),
  state: {
    read: (typed) => {
      const value = parseState(typed);
      return value
        ? { value }
        : { problem: `${echo(typed)} is not a state: prospect, partner, client or other` };
    },
  },
  website,
};

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
