/**
 * Creates or updates contacts by what identifies them, one result per row. Rows that can be written
 * together are (upsert-together.ts); the others go through the document service one by one. Two
 * concurrent upserts of one e-mail give one contact, because whoever loses to the unique index updates
 * what the other made.
 */
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { knownFields } from '../../../platform/fields/definitions';
import { isRecord } from '../../../platform/records';
import { isOutage } from '../../../platform/sql/outage';
import { causeOf, isWriteConflict } from '../../../platform/sql/write-conflict';
import { CONTACT_UID } from '../contract';
import {
  findByDocumentId,
  findByEmail,
  findByExternalId,
  type FoundContact,
} from '../find-contact';
import type { Match, ParsedUpsert, Upsert, UpsertResult } from './parse-upserts';
import { changesOf, readForComparison } from './upsert-changes';
import { upsertTogether } from './upsert-together';

export const upsertContacts = async (
  strapi: Core.Strapi,
  items: ParsedUpsert[]
): Promise<UpsertResult[]> => {
  const together = await upsertTogether(strapi, items);
  const results: UpsertResult[] = [];
  for (const [index, item] of items.entries()) {
    results.push(together.get(index) ?? (await upsertAlone(strapi, item, index)));
  }
  return results;
};

const upsertAlone = async (
  strapi: Core.Strapi,
  item: ParsedUpsert,
  index: number
): Promise<UpsertResult> =>
  'problem' in item
    ? { index, status: 'failed', error: item.problem }
    : upsertOne(strapi, item, index);

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
  const again = () => upsertOne(strapi, item, index, attempt + 1);
  try {
    const updated = found && (await update(strapi, found, item));
    if (updated) return { index, ...updated };
    // Somebody else deleted it in between: then it is there to be created.
    if (found && attempt < ATTEMPTS) return await again();
    if (item.match === 'documentId') {
      return { index, status: 'failed', error: 'No contact has this documentId' };
    }
    const { documentId } = (await strapi
      .documents(CONTACT_UID)
      .create({ data: item.data as never })) as { documentId: string };
    return { index, status: 'created', documentId };
  } catch (error) {
    if (isOutage(error)) throw error;
    // Somebody else created it in between: then it is there to be updated.
    const overtaken = !found && Boolean(await finders[item.match](strapi, item.key));
    if ((overtaken || isWriteConflict(error)) && attempt < ATTEMPTS) return again();
    return { index, status: 'failed', error: sentenceOf(strapi, error) };
  }
};

/** Whatever is wrong with one row, the others are not to pay for it. */
const sentenceOf = (strapi: Core.Strapi, error: unknown): string => {
  if (error instanceof errors.ValidationError) return allMessages(error as Refusal);
  strapi.log.error(`contact-management: a contact could not be upserted: ${causeOf(error)}`);
  return "The contact could not be stored; the server's log says why";
};

/** Strapi types its details as anything. */
type Refusal = errors.ValidationError;

/** Of several problems Strapi's own sentence tells only how many there are. */
const allMessages = ({ message, details }: Refusal): string => {
  const problems = isRecord(details) && Array.isArray(details.errors) ? details.errors : [];
  const messages = problems.flatMap((problem: unknown) =>
    isRecord(problem) && typeof problem.message === 'string' ? [problem.message] : []
  );
  return messages.length > 0 ? messages.join('; ') : message;
};

const finders: Record<Match, (strapi: Core.Strapi, key: string) => Promise<FoundContact | null>> = {
  email: (strapi, key) => findByEmail(strapi, key),
  externalId: (strapi, key) => findByExternalId(strapi, key),
  documentId: (strapi, key) => findByDocumentId(strapi, key),
};

const NOT_WRITABLE = new Set(['createdAt', 'updatedAt', 'publishedAt', 'createdBy', 'updatedBy']);

const isWritable = (strapi: Core.Strapi, name: string): boolean =>
  Object.hasOwn(strapi.contentType(CONTACT_UID).attributes, name) && !NOT_WRITABLE.has(name);

/** Null when the contact is gone. */
const update = async (
  strapi: Core.Strapi,
  { documentId }: FoundContact,
  { data, policy }: Upsert
): Promise<{ status: 'updated' | 'unchanged'; documentId: string } | null> => {
  const before = await readForComparison(strapi, documentId, Object.keys(data));
  if (!before) return null;
  const fields = knownFields(strapi).current('contact');
  const changes = changesOf(before, data, { policy, fields });
  if (Object.keys(changes).length === 0) return { status: 'unchanged', documentId };
  const updated: unknown = await strapi
    .documents(CONTACT_UID)
    .update({ documentId, data: changes as never });
  return updated ? { status: 'updated', documentId } : null;
};
