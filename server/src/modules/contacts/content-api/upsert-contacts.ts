/**
 * Creates or updates contacts by what identifies them, one result per row. Each row goes through the
 * document service with its rules and events; two concurrent upserts of one e-mail give one contact,
 * because whoever loses to the unique index updates what the other made.
 */
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { CONTACT_UID } from '../contract';
import {
  findByDocumentId,
  findByEmail,
  findByExternalId,
  type FoundContact,
} from '../find-contact';
import type { Match, ParsedUpsert, Upsert } from './parse-upserts';
import { changesOf, readForComparison } from './upsert-changes';

export type UpsertResult =
  | { index: number; status: 'created' | 'updated' | 'unchanged'; documentId: string }
  | { index: number; status: 'failed'; error: string };

export const upsertContacts = async (
  strapi: Core.Strapi,
  items: ParsedUpsert[]
): Promise<UpsertResult[]> => {
  const results: UpsertResult[] = [];
  for (const [index, item] of items.entries()) {
    results.push(
      'problem' in item
        ? { index, status: 'failed', error: item.problem }
        : await upsertOne(strapi, item, index)
    );
  }
  return results;
};

const ATTEMPTS = 3;

const upsertOne = async (
  strapi: Core.Strapi,
  item: Upsert,
  index: number,
  attempt = 1
): Promise<UpsertResult> => {
  const unknown = Object.keys(item.data).find((name) => !isWritable(strapi, name));
  if (unknown !== undefined) {
    return { index, status: 'failed', error: `A contact has no field "${unknown}"` };
  }
  const found = await finders[item.match](strapi, item.key);
  try {
    if (found) return { index, ...(await update(strapi, found, item)) };
    if (item.match === 'documentId') {
      return { index, status: 'failed', error: 'No contact has this documentId' };
    }
    const { documentId } = (await strapi
      .documents(CONTACT_UID)
      .create({ data: item.data as never })) as { documentId: string };
    return { index, status: 'created', documentId };
  } catch (error) {
    if (!(error instanceof errors.ValidationError)) throw error;
    // Somebody else created it in between: then it is there to be updated.
    const overtaken = !found && Boolean(await finders[item.match](strapi, item.key));
    if (overtaken && attempt < ATTEMPTS) return upsertOne(strapi, item, index, attempt + 1);
    return { index, status: 'failed', error: String(error.message) };
  }
};

const finders: Record<Match, (strapi: Core.Strapi, key: string) => Promise<FoundContact | null>> = {
  email: (strapi, key) => findByEmail(strapi, key),
  externalId: (strapi, key) => findByExternalId(strapi, key),
  documentId: (strapi, key) => findByDocumentId(strapi, key),
};

const NOT_WRITABLE = new Set(['createdAt', 'updatedAt', 'publishedAt', 'createdBy', 'updatedBy']);

const isWritable = (strapi: Core.Strapi, name: string): boolean =>
  Object.hasOwn(strapi.contentType(CONTACT_UID).attributes, name) && !NOT_WRITABLE.has(name);

const update = async (
  strapi: Core.Strapi,
  { documentId }: FoundContact,
  { data, policy }: Upsert
): Promise<{ status: 'updated' | 'unchanged'; documentId: string }> => {
  const before = await readForComparison(strapi, documentId, Object.keys(data));
  const changes = before ? changesOf(before, data, policy) : data;
  if (Object.keys(changes).length === 0) return { status: 'unchanged', documentId };
  await strapi.documents(CONTACT_UID).update({ documentId, data: changes as never });
  return { status: 'updated', documentId };
};
