/**
 * Deleting many contacts so that it can be undone: before the rows go, each of them is kept with the
 * batch. Every other way to delete a contact erases for good.
 */
import { errors } from '@strapi/utils';
import type { BulkAction } from '../../../platform/bulk/bulk-action';
import { announceErased, contactsToErase, eraseContacts } from '../erase';
import { CONTACTS } from './contact-subject';
import { keepContacts } from './keep-contacts';
import { announceRestored, restoreContacts } from './restore-contacts';

export const deleteContacts: BulkAction<null> = {
  subject: CONTACTS,
  action: 'delete',
  permission: ['contacts.update', 'contacts.delete'],
  /** Each comes with everything it did. */
  rowsPerStep: 100,

  parse(_strapi, value) {
    if (value !== undefined && value !== null) {
      throw new errors.ValidationError('Deleting takes no value');
    }
    return Promise.resolve({ value: null, label: null });
  },

  async apply(strapi, trx, { items, batchId }) {
    const documentIds = items.map(({ documentId }) => documentId);
    await keepContacts(strapi, trx, batchId, await contactsToErase(strapi, trx, documentIds));
    const erased = await eraseContacts(strapi, documentIds, trx);
    return {
      changes: erased.documentIds.map((documentId) => ({ documentId, before: null, after: null })),
      announce: () => announceErased(strapi, erased),
    };
  },

  async undo(strapi, trx, { batchId, changes }) {
    const documentIds = changes.map(({ documentId }) => documentId);
    const { contacts, skipped } = await restoreContacts(strapi, trx, { batchId, documentIds });
    return {
      restored: contacts.map(({ documentId }) => documentId),
      skipped,
      announce: () => announceRestored(strapi, contacts),
    };
  },
};
