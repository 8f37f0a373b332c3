/** Statuses: unique codes, and none disappears from under the contacts that have it. */
import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { attribution } from '../../platform/actor';
import { ConflictError } from '../../platform/conflict-error';
import { guardDocuments, type DocumentGuard } from '../../platform/document-writes';
import { inTransaction } from '../../platform/transaction';
import { countOf } from '../../platform/sql/counting';
import { inTable } from '../../platform/sql/table';
import { violates } from '../../platform/sql/unique-violation';
import { changeStatus } from './change-state';
import { CONTACTS_TABLE, CONTACT_STATUSES_TABLE, CONTACT_STATUS_UID } from './contract';
import { toValidationError } from './unique-fields';

const NAME_INDEX = {
  table: CONTACT_STATUSES_TABLE,
  name: 'cm_contact_statuses_name_unique',
  columns: ['name'],
};

export const guardContactStatuses = (strapi: Core.Strapi): void => {
  guardDocuments(strapi, CONTACT_STATUS_UID, {
    create: write,
    update: write,
    clone: write,
    delete: refuseWhileUsed,
  });
};

/** Codes are compared, and MariaDB compares without case: one spelling makes all databases agree. */
const write: DocumentGuard = async (_strapi, { data }, next) => {
  if (typeof data.name === 'string') data.name = data.name.trim().toLowerCase();
  try {
    return await next();
  } catch (error) {
    if (!violates(error, NAME_INDEX)) throw error;
    throw toValidationError([{ field: 'name', message: 'Another status has this name' }]);
  }
};

const refuseWhileUsed: DocumentGuard = (strapi, { documentId }, next) =>
  inTransaction(strapi, async (trx) => {
    const status = documentId ? await findStatus(strapi, documentId, trx) : null;
    const inUse = status
      ? await countOf(inTable(strapi, CONTACTS_TABLE, trx).where('status_id', status.id))
      : 0;
    if (status && inUse > 0) {
      const contacts = inUse === 1 ? '1 contact has' : `${inUse} contacts have`;
      throw new ConflictError(
        `${contacts} the status "${status.display_name}". Give them another one first, or clear it`,
        { inUse }
      );
    }
    return next();
  });

export interface StatusRemoval {
  documentId: string;
  /** Document id of the status that takes its place. */
  replaceWith?: string | undefined;
  /** Takes the status away from the contacts that have it. */
  force?: boolean;
}

/**
 * Deletes a status. Contacts that have it get `replaceWith`, or none with `force`, in batches of
 * their own: a stop half-way leaves a status that fewer contacts have, and can be repeated.
 * Throws NotFoundError, ValidationError (unknown replacement) and ConflictError (in use).
 */
export const removeStatus = async (
  strapi: Core.Strapi,
  { documentId, replaceWith, force = false }: StatusRemoval
): Promise<void> => {
  const status = await findStatus(strapi, documentId);
  if (!status) throw new errors.NotFoundError('There is no such status');
  if (replaceWith !== undefined || force) {
    const to = replaceWith === undefined ? null : await replacement(strapi, status.id, replaceWith);
    await moveContacts(strapi, { from: status, to });
  }
  await strapi.documents(CONTACT_STATUS_UID).delete({ documentId });
};

const replacement = async (strapi: Core.Strapi, removed: number, documentId: string) => {
  const status = await findStatus(strapi, documentId);
  if (!status || status.id === removed) {
    throw new errors.ValidationError('The status given as replaceWith does not exist');
  }
  return status.id;
};

const CONTACTS_PER_BATCH = 1_000;

const moveContacts = async (
  strapi: Core.Strapi,
  { from, to }: { from: Status; to: number | null }
) => {
  const { by } = attribution(strapi);
  const why = `status "${from.name}" was deleted`;
  for (;;) {
    const contactIds = (await inTable(strapi, CONTACTS_TABLE)
      .where('status_id', from.id)
      .limit(CONTACTS_PER_BATCH)
      .pluck('id')) as number[];
    if (contactIds.length === 0) return;
    await changeStatus(strapi, { contactIds, to, by, why });
  }
};

interface Status {
  id: number;
  name: string;
  display_name: string;
}

const findStatus = async (
  strapi: Core.Strapi,
  documentId: string,
  trx?: Knex.Transaction
): Promise<Status | null> =>
  (((await inTable(strapi, CONTACT_STATUSES_TABLE, trx)
    .where('document_id', documentId)
    .first('id', 'name', 'display_name')) as unknown) ?? null) as Status | null;
