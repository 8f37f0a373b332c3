/** Everything that hangs on contacts, copied before they are deleted. */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { CHANGES_TABLE } from '../../../platform/bulk/tables';
import { contactDataOwners } from '../../../platform/contact-data';
import { keepDocuments, type KeptType } from '../../../platform/kept-rows/keep-documents';
import { keepRows } from '../../../platform/kept-rows/keep-rows';
import { CONTACT_UID, CONTACTS_TABLE, type ErasedContacts } from '../contract';

export const keepContacts = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  batchId: string,
  { contactIds, documentIds }: ErasedContacts
): Promise<void> => {
  if (contactIds.length === 0) return;
  const documents = { batchId, ids: contactIds, documentIds };
  await keepDocuments(strapi, trx, keptContacts(strapi), documents);
  // What earlier bulk changes did to them, so that those can still be undone afterwards.
  const own = new Map(documentIds.map((documentId) => [documentId, documentId]));
  await keepRows(strapi, trx, {
    batchId,
    table: CHANGES_TABLE,
    column: 'document_id',
    documentIds: own,
  });
};

export const keptContacts = (strapi: Core.Strapi): KeptType => {
  const owners = contactDataOwners(strapi).map(({ data }) => data);
  return {
    uid: CONTACT_UID,
    table: CONTACTS_TABLE,
    owned: owners.flatMap(({ tables, restore }) =>
      Object.entries(tables)
        .filter(([table]) => !restore?.derived?.includes(table))
        .map(([table, column]) => ({ table, column }))
    ),
    besides: owners.flatMap(({ tables }) => Object.keys(tables)),
  };
};
