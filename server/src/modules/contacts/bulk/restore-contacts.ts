/**
 * Puts deleted contacts back with what hung on them. A contact whose e-mail or external id somebody else
 * has by now stays deleted.
 */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { Skipped } from '../../../platform/bulk/bulk-action';
import { contactDataOwners } from '../../../platform/contact-data';
import type { TableRule } from '../../../platform/kept-rows/put-back';
import {
  restoreDocuments,
  type RestoreRequest,
} from '../../../platform/kept-rows/restore-documents';
import { events } from '../../../platform/plugin';
import type { ContactRef } from '../contract';
import { keptContacts } from './keep-contacts';

/** The caller announces after its commit. */
export const restoreContacts = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  request: RestoreRequest
): Promise<{ contacts: ContactRef[]; skipped: Skipped[] }> => {
  const type = {
    ...keptContacts(strapi),
    unique: ['email', 'external_id'],
    rules: rulesOf(strapi),
  };
  const { documents, skipped } = await restoreDocuments(strapi, trx, type, request);
  const contacts = documents.map(({ id, documentId }) => ({ contactId: id, documentId }));
  const contactIds = contacts.map(({ contactId }) => contactId);
  if (contactIds.length > 0) {
    for (const { data } of contactDataOwners(strapi)) {
      await data.restore?.finish?.(strapi, trx, contactIds);
    }
  }
  return { contacts, skipped };
};

/** For whoever keeps scores or copies of contacts, they are new again. */
export const announceRestored = async (strapi: Core.Strapi, contacts: ContactRef[]) => {
  if (contacts.length === 0) return;
  await events(strapi).emit('contact.created', contacts);
  await events(strapi).emit('contact.restored', contacts);
};

const rulesOf = (strapi: Core.Strapi): Map<string, TableRule> => {
  const rules = new Map<string, TableRule>();
  for (const { data } of contactDataOwners(strapi)) {
    for (const [table, emptied] of Object.entries(data.restore?.emptied ?? {})) {
      rules.set(table, { emptied });
    }
    for (const [table, admit] of Object.entries(data.restore?.admit ?? {})) {
      rules.set(table, { admit: (trx, rows) => admit(strapi, trx, rows) });
    }
  }
  return rules;
};
