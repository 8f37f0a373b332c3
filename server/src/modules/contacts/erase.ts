/** Removes contacts and everything that any module holds about them. */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { inBatches } from '../../platform/batches';
import { contactDataOwners, lockContactData } from '../../platform/contact-data';
import { events } from '../../platform/plugin';
import { forgetChanges } from '../../platform/recalculation/queue';
import { removeDocuments } from '../../platform/remove-documents';
import { retryConflicts } from '../../platform/retry-conflicts';
import { commitThenAnnounce } from '../../platform/transaction';
import { inTable } from '../../platform/sql/table';
import { CONTACTS_TABLE, CONTACT_UID, type ErasedContacts } from './contract';

const CONTACTS_PER_STATEMENT = 1_000;

/**
 * Document ids that are no contact's are skipped. In a transaction of the caller's, the caller emits
 * `contact.deleted` after its commit; otherwise this does.
 */
export const eraseContacts = async (
  strapi: Core.Strapi,
  documentIds: string[],
  trx?: Knex.Transaction
): Promise<ErasedContacts> => {
  if (trx) return eraseAll(strapi, trx, documentIds);
  return retryConflicts(strapi, () =>
    commitThenAnnounce(strapi, async (own) => {
      const erased = await eraseAll(strapi, own, documentIds);
      return { result: erased, announce: () => announceErased(strapi, erased) };
    })
  );
};

export const announceErased = async (strapi: Core.Strapi, erased: ErasedContacts) => {
  if (erased.contactIds.length === 0) return;
  // Once more: on MariaDB the transaction did not see what was written while it waited for locks.
  await forgetChanges(strapi, erased.contactIds);
  await events(strapi).emit('contact.deleted', erased);
};

/** What the modules hold; the contacts themselves stay. */
export const eraseContactData = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  contactIds: number[]
): Promise<void> => {
  if (contactIds.length === 0) return;
  for (const { data } of contactDataOwners(strapi)) await data.erase(strapi, trx, contactIds);
};

/** Locked, so that nothing is added to a contact that is on its way out. */
export const contactsToErase = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  documentIds: string[]
): Promise<ErasedContacts> => {
  const found = () => inTable(strapi, CONTACTS_TABLE, trx).whereIn('document_id', documentIds);
  await lockContactData(strapi, trx, (await found().pluck('id')) as number[]);
  const rows = (await found().orderBy('id').forUpdate().select('id', 'document_id')) as unknown as {
    id: number;
    document_id: string;
  }[];
  return {
    contactIds: rows.map(({ id }) => id),
    documentIds: rows.map(({ document_id }) => document_id),
  };
};

const eraseAll = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  documentIds: string[]
): Promise<ErasedContacts> => {
  const erased: ErasedContacts = { contactIds: [], documentIds: [] };
  for (const batch of inBatches(documentIds, CONTACTS_PER_STATEMENT)) {
    const found = await contactsToErase(strapi, trx, batch);
    await eraseContactData(strapi, trx, found.contactIds);
    const contact = { uid: CONTACT_UID, table: CONTACTS_TABLE };
    await removeDocuments(strapi, trx, contact, found.contactIds);
    erased.contactIds.push(...found.contactIds);
    erased.documentIds.push(...found.documentIds);
  }
  return erased;
};
