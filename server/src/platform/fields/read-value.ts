/** What somebody sent for a field, as it is stored, or what is wrong with it. Decides only. */
import { normalizeDay } from '../normalize-day';
import { normalizeEmail } from '../normalize-email';
import { normalizePhone } from '../normalize-phone';
import { normalizeWebsite } from '../normalize-website';
import type { FieldDefinition, FieldKind, FieldOption, FieldValue } from './contract';
import { isEmptyValue } from './stored-values';

export type ReadValue = { value: FieldValue } | { problem: string };

type Field = Pick<FieldDefinition, 'kind' | 'options'>;
interface Context {
  /** Of the contact: a telephone number without a prefix is read in it. */
  country: string | null;
}

/** `problem` continues a sentence that begins with the field's name: "must be a number". */
export const readValue = (
  { kind, options }: Field,
  sent: unknown,
  context: Context = { country: null }
): ReadValue => {
  const given = typeof sent === 'string' ? sent.trim() : sent;
  return isEmptyValue(given) ? { value: null } : readers[kind](given, { options, ...context });
};

const MAX_LENGTHS = { text: 255, longText: 10_000, email: 254, url: 2_048, phone: 64 } as const;
/** Beyond it the whole numbers of a double have gaps. */
const MAX_NUMBER = Number.MAX_SAFE_INTEGER;
const NUMBER = /^-?\d+(\.\d+)?$/;

type Reader = (given: unknown, context: Context & { options: FieldOption[] }) => ReadValue;

const text =
  (kind: keyof typeof MAX_LENGTHS, read: (typed: string, context: Context) => ReadValue): Reader =>
  (given, context) => {
    if (typeof given !== 'string') return { problem: 'must be text' };
    const problem = `is longer than ${MAX_LENGTHS[kind].toLocaleString('en')} characters`;
    if (given.length > MAX_LENGTHS[kind]) return { problem };
    const outcome = read(given, context);
    const tooLong = 'value' in outcome && String(outcome.value).length > MAX_LENGTHS[kind];
    return tooLong ? { problem } : outcome;
  };

const valueOr = (value: string | null, problem: string): ReadValue =>
  value === null ? { problem } : { value };

const readers: Record<FieldKind, Reader> = {
  text: text('text', (typed) => ({ value: typed.replace(/\s+/g, ' ') })),
  longText: text('longText', (typed) => ({ value: typed })),
  email: text('email', (typed) => valueOr(normalizeEmail(typed), 'is not an e-mail address')),
  url: text('url', (typed) => valueOr(normalizeWebsite(typed), 'is not a web address')),
  phone: text('phone', (typed, { country }) => ({ value: normalizePhone(typed, country).number })),
  date: (given) =>
    valueOr(
      typeof given === 'string' ? normalizeDay(given) : null,
      'must be a date such as 2026-12-31'
    ),
  number: (given) => {
    const value = typeof given === 'string' && NUMBER.test(given) ? Number(given) : given;
    return typeof value === 'number' && Math.abs(value) <= MAX_NUMBER
      ? { value }
      : { problem: 'must be a number' };
  },
  boolean: (given) =>
    typeof given === 'boolean' ? { value: given } : { problem: 'must be true or false' },
  select: (given, { options }) =>
    options.some(({ value }) => value === given)
      ? { value: given as string }
      : { problem: `has no option ${echo(given)}` },
  multiSelect: (given, { options }) => {
    if (!Array.isArray(given)) return { problem: 'must be a list of options' };
    const unknown: unknown = given.find((one) => options.every(({ value }) => value !== one));
    return unknown === undefined
      ? { value: options.flatMap(({ value }) => (given.includes(value) ? [value] : [])) }
      : { problem: `has no option ${echo(unknown)}` };
  },
};

const MAX_ECHO = 60;

const echo = (given: unknown): string => {
  const shown = typeof given === 'string' ? `"${given}"` : JSON.stringify(given);
  return shown.length > MAX_ECHO ? `${shown.slice(0, MAX_ECHO)}…` : shown;
};
