/** The body of an upsert: the envelope is refused as a whole, each item only for itself. */
import { errors } from '@strapi/utils';
import { cleanText } from '../../../platform/clean-text';
import { isRecord } from '../../../platform/records';
import type { ContactData } from '../normalize-contact';

export const MATCHES = ['email', 'externalId', 'documentId'] as const;
export const POLICIES = ['overwrite', 'fill-empty'] as const;
export type Match = (typeof MATCHES)[number];
export type Policy = (typeof POLICIES)[number];

export interface Upsert {
  match: Match;
  /** What `match` names, as it was sent. */
  key: string;
  data: ContactData;
  policy: Policy;
}

/** What a site's own code hands over for each contact. */
export interface UpsertRequest {
  data: ContactData;
  /** Which field tells that a contact is there already; its e-mail unless said otherwise. */
  match?: Match;
  policy?: Policy;
}

export type ParsedUpsert = Upsert | { problem: string };

export type UpsertResult =
  | { index: number; status: 'created' | 'updated' | 'unchanged'; documentId: string }
  | { index: number; status: 'failed'; error: string };

export const MOST_UPSERTS = 1_000;

export const parseUpserts = (body: unknown): ParsedUpsert[] => {
  const items = isRecord(body) ? body.contacts : undefined;
  if (!Array.isArray(items) || items.length === 0 || items.length > MOST_UPSERTS) {
    throw new errors.ValidationError('contacts must be a list of 1 to 1,000 contacts');
  }
  return items.map(parseUpsert);
};

const parseUpsert = (item: unknown): ParsedUpsert => {
  if (!isRecord(item) || !isRecord(item.data)) {
    return { problem: 'A contact must be an object with data' };
  }
  const { match = 'email', policy = 'overwrite', data } = item;
  if (!isOneOf(MATCHES, match)) return { problem: `match must be one of ${MATCHES.join(', ')}` };
  if (!isOneOf(POLICIES, policy))
    return { problem: `policy must be one of ${POLICIES.join(', ')}` };
  const key = data[match];
  if (typeof key !== 'string' || cleanText(key, key.length).trim() === '') {
    return { problem: `data.${match} is what the contact is matched by, and must be given` };
  }
  const { id: _row, documentId: _document, locale, ...fields } = data;
  // Strapi keeps `locale` for itself; a contact's is called language.
  return {
    match,
    policy,
    key,
    data: { ...(locale === undefined ? {} : { language: locale }), ...fields },
  };
};

const isOneOf = <Member extends string>(
  members: readonly Member[],
  value: unknown
): value is Member => members.some((member) => member === value);
