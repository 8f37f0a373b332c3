/**
 * Traits that a browser, a form or a Segment source sent, turned into contact data. Untrusted: only
 * the fields below are taken, only from own enumerable properties, and nothing that decides how a
 * contact is treated (state, status, owner, consent) can be set this way.
 */
import isISO31661Alpha2 from 'validator/lib/isISO31661Alpha2';

import type { FieldProblem } from '../../platform/field-problem';
import { contact } from './content-types/contact';
import { GENDERS } from './contract';
import { normalizeDay } from '../../platform/normalize-day';
import { normalizeEmail } from '../../platform/normalize-email';
import { normalizePhone } from '../../platform/normalize-phone';
import { normalizeWebsite } from '../../platform/normalize-website';

export interface ContactFromTraits {
  /** Ready to be stored: normalising it again changes nothing. */
  data: Record<string, string | boolean>;
  /** What was left out, and why. Unknown traits are left out silently: a page may send anything. */
  problems: FieldProblem[];
}

export const traitsToContact = (traits: unknown): ContactFromTraits => {
  const result: ContactFromTraits = { data: {}, problems: [] };
  for (const [field, value] of knownTraits(traits)) {
    const outcome = toFieldValue(field, value);
    if (outcome === null || result.data[field] !== undefined) continue;
    if (typeof outcome === 'string') result.data[field] = outcome;
    else result.problems.push({ field, message: outcome.problem });
  }
  readPhones(result.data);
  return result;
};

/** Spellings without case, `_`, `-` and spaces; the contact's own field names work as they are. */
const spellings: Record<string, string> = {
  company: 'companyName',
  dateofbirth: 'birthday',
  birthdate: 'birthday',
  mobile: 'mobilePhone',
  phonenumber: 'phone',
  position: 'jobTitle',
  title: 'jobTitle',
  locale: 'language',
  organization: 'companyName',
  prefix: 'salutation',
  surname: 'lastName',
  givenname: 'firstName',
  familyname: 'lastName',
  url: 'website',
};
const inAddress: Record<string, string> = {
  street: 'addressLine1',
  street1: 'addressLine1',
  street2: 'addressLine2',
  addressline1: 'addressLine1',
  addressline2: 'addressLine2',
  city: 'city',
  country: 'country',
  countrycode: 'country',
  postalcode: 'postalCode',
  postcode: 'postalCode',
  zip: 'postalCode',
  zipcode: 'postalCode',
  region: 'region',
  state: 'region',
};

const FIELDS = [
  ...['email', 'salutation', 'firstName', 'middleName', 'lastName', 'suffix', 'jobTitle'],
  ...['companyName', 'phone', 'mobilePhone', 'addressLine1', 'addressLine2', 'city', 'postalCode'],
  ...['region', 'country', 'birthday', 'gender', 'language', 'timezone', 'website'],
];

const bare = (key: string) => key.toLowerCase().replace(/[_\-\s]/g, '');

const { state: _notAtTheTop, ...addressAtTheTop } = inAddress;
const topFields = new Map<string, string>([
  ...Object.entries(addressAtTheTop),
  ...Object.entries(spellings),
  ...FIELDS.map((field): [string, string] => [bare(field), field]),
]);
const addressFields = new Map(Object.entries(inAddress));
const companyFields = new Map([['name', 'companyName']]);

/** Own properties of a plain object; everything else is not worth a look. */
const entriesOf = (value: unknown): [string, unknown][] =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];

const knownTraits = (traits: unknown): [field: string, value: unknown][] =>
  entriesOf(traits).flatMap(([key, value]) => {
    const name = bare(key);
    if (name === 'address' && typeof value === 'string') return [['addressLine1', value]];
    if (name === 'address') return pick(value, addressFields);
    if (name === 'company' && typeof value === 'object') return pick(value, companyFields);
    if (name === 'name') return splitName(value);
    const field = topFields.get(name);
    return field ? [[field, value]] : [];
  });

const pick = (value: unknown, fields: Map<string, string>): [string, unknown][] =>
  entriesOf(value).flatMap(([key, part]) => {
    const field = fields.get(bare(key));
    return field ? [[field, part]] : [];
  });

/** "Ann Maria Novak": the last word is the last name. Better than nothing, and easily corrected. */
const splitName = (value: unknown): [string, unknown][] => {
  if (typeof value !== 'string') return [];
  const words = value.trim().split(/\s+/);
  const last = words.length > 1 ? words.pop() : undefined;
  return [
    ['firstName', words.join(' ')],
    ...(last ? [['lastName', last] as [string, string]] : []),
  ];
};

// eslint-disable-next-line no-control-regex -- control characters are what this takes out
const CONTROL_CHARACTERS = /[\u0000-\u001f\u007f-\u009f]+/g;

/** The cleaned value, null for nothing, or what is wrong with it. */
const toFieldValue = (field: string, value: unknown): string | { problem: string } | null => {
  if (value === null || value === undefined) return null;
  if (typeof value !== 'string' && typeof value !== 'number') {
    return { problem: `${field} must be text` };
  }
  const text = String(value).replace(CONTROL_CHARACTERS, ' ').trim();
  if (text === '') return null;
  // Before the check, which may be slow on long text, and after it, which may lengthen it.
  const before = tooLong(field, text);
  if (before) return before;
  const checked = checks[field]?.(text) ?? text;
  return typeof checked === 'string' ? (tooLong(field, checked) ?? checked) : checked;
};

const attributes: Record<string, object> = contact.attributes;
const maxLengthOf = (field: string): number => {
  const { maxLength } = (attributes[field] ?? {}) as { maxLength?: number };
  return maxLength ?? 255;
};

const tooLong = (field: string, text: string): { problem: string } | null => {
  const limit = maxLengthOf(field);
  return text.length > limit ? { problem: `${field} is longer than ${limit} characters` } : null;
};

type Check = (text: string) => string | { problem: string };

const checks: Record<string, Check> = {
  email: (text) => normalizeEmail(text) ?? { problem: 'email is not an e-mail address' },
  country: (text) =>
    isISO31661Alpha2(text.toUpperCase())
      ? text.toUpperCase()
      : { problem: 'country is not an ISO 3166-1 alpha-2 code' },
  birthday: (text) =>
    normalizeDay(text) ?? { problem: 'birthday is not a date such as 1990-12-31' },
  gender: (text) =>
    toGender(text.toLowerCase()) ?? { problem: `gender is none of ${GENDERS.join(', ')}` },
  website: (text) => normalizeWebsite(text) ?? { problem: 'website is not a web address' },
};

/** Last, because a number without a prefix is read in the country that came with it. */
const readPhones = (data: ContactFromTraits['data']): void => {
  for (const field of ['phone', 'mobilePhone']) {
    const typed = data[field];
    if (typeof typed !== 'string') continue;
    const country = typeof data.country === 'string' ? data.country : null;
    const { number, unreadable } = normalizePhone(typed, country);
    Object.assign(data, { [field]: number, [`${field}Unreadable`]: unreadable });
  }
};

const toGender = (word: string) =>
  GENDERS.find((gender) => gender === word || gender.charAt(0) === word);
