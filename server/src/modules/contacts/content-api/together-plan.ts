/**
 * Which rows of an upsert may be written together: each says something about a contact that no row
 * before it speaks of. Decides only. The others are written one by one, after these, in their order.
 */
import { cleanText, isCleanText } from '../../../platform/clean-text';
import { normalizeEmail } from '../../../platform/normalize-email';
import type { PlainValues } from '../../../platform/plain-values';
import type { Match, ParsedUpsert, Upsert } from './parse-upserts';

export interface Candidate {
  index: number;
  item: Upsert;
  /** What identifies contacts, as it is stored. */
  keys: Partial<Record<Match, string>>;
}

export const candidatesOf = (items: ParsedUpsert[], plain: PlainValues): Candidate[] => {
  const spoken = new Set<string>();
  return items.flatMap((item, index): Candidate[] => {
    if ('problem' in item) return [];
    const keys = keysOf(item);
    const names = Object.entries(keys).map(([name, key]) => `${name}:${key}`);
    const isFirst = names.every((name) => !spoken.has(name));
    for (const name of names) spoken.add(name);
    const isTogether = isFirst && keys[item.match] !== undefined && isSimple(item, plain);
    return isTogether ? [{ index, item, keys }] : [];
  });
};

/** What is odd is still somebody's key: the rows after it must not overtake it. */
const keysOf = ({ match, key, data }: Upsert): Candidate['keys'] => {
  const email = textOf(data.email);
  const externalId = textOf(data.externalId);
  const given = match === 'documentId' ? { documentId: key } : {};
  const address = email && normalizeEmail(email);
  return {
    ...given,
    ...(address ? { email: address } : {}),
    ...(externalId ? { externalId } : {}),
  };
};

const textOf = (value: unknown): string =>
  typeof value === 'string' ? cleanText(value, value.length).trim() : '';

const isSimple = ({ match, key, data }: Upsert, plain: PlainValues): boolean =>
  isCleanText(key) &&
  (match === 'documentId' || isText(data[match])) &&
  [data.email, data.externalId].every((value) => (value ?? null) === null || isText(value)) &&
  Object.keys(data).every((name) => plain.has(name));

const isText = (value: unknown): boolean => typeof value === 'string' && isCleanText(value);
