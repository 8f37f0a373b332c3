/** What becomes of an account's data on its way in, whichever door it comes through. */
import type { FieldProblem } from '../../platform/field-problem';
import { foldText } from '../../platform/fold-text';
import {
  country,
  email,
  keptText,
  normalizeFields,
  phone,
  website,
  type FieldRules,
  type NormalizedFields,
} from '../../platform/normalize-fields';

export type AccountData = Record<string, unknown>;

/** What is known of an account before the write, by attribute. */
export interface StoredAccount {
  name: string;
  website: string | null;
  city: string | null;
  country: string | null;
  primaryContact: number | null;
  secondaryContact: number | null;
}

/** Of a name. */
export const oneSpelling = (name: string): string =>
  name.normalize('NFC').trim().replace(/\s+/gu, ' ');

const rules: FieldRules = {
  name: {
    read: (typed) => ({ value: oneSpelling(typed) }),
    emptied: { problem: 'An account needs a name' },
  },
  country,
  email,
  phone: phone('phoneUnreadable'),
  fax: phone('faxUnreadable'),
  website,
  externalId: keptText,
};

/** `stored` is null for a new account. */
export const normalizeAccount = (
  given: AccountData,
  stored: StoredAccount | null
): NormalizedFields => {
  const { data, problems } = normalizeFields(given, rules, stored?.country ?? null);
  return {
    data: { ...data, nameKey: nameKeyOf(data, stored) },
    problems: [...problems, ...contactProblems(data, stored)],
  };
};

const contactProblems = (data: AccountData, stored: StoredAccount | null): FieldProblem[] => {
  const named = (field: 'primaryContact' | 'secondaryContact') =>
    data[field] === undefined ? (stored?.[field] ?? null) : data[field];
  const primary = named('primaryContact');
  return primary !== null && primary === named('secondaryContact')
    ? [
        {
          field: 'secondaryContact',
          message: 'The secondary contact must be another one than the primary contact',
        },
      ]
    : [];
};

export const MAX_KEY_LENGTH = 120;

/** Without case and diacritics: what the list is sorted by. */
const nameKeyOf = ({ name }: AccountData, stored: StoredAccount | null): string => {
  const value = name === undefined ? stored?.name : name;
  return typeof value === 'string' ? foldText(value).slice(0, MAX_KEY_LENGTH) : '';
};
