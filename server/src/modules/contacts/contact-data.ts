/** What merging, subject access and erasure do with this module's rows about a contact. */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { CHANGES_TABLE } from '../../platform/bulk/tables';
import type { ContactDataOwner } from '../../platform/contact-data';
import { forgetValues } from '../../platform/fields/index-values';
import { joinValues } from '../../platform/fields/join-values';
import { restoreValues } from '../../platform/fields/restore-values';
import { inTable } from '../../platform/sql/table';
import { CONTACT_VALUES_TABLE, contactFields } from './contact-entity';
import { CONTACTS_TABLE, STATE_HISTORY_TABLE } from './contract';
import { forgetWords, indexWords } from './search/index-words';
import { CONTACT_SORT_KEYS_TABLE, CONTACT_WORDS_TABLE } from './search/tables';

export const contactData: ContactDataOwner = {
  tables: {
    [STATE_HISTORY_TABLE]: 'contact_id',
    [CONTACT_WORDS_TABLE]: 'contact_id',
    [CONTACT_SORT_KEYS_TABLE]: 'contact_id',
    [CONTACT_VALUES_TABLE]: 'contact_id',
  },

  /** Search words are the contact's own and go with it; custom values fill what is empty. */
  async reassign(strapi, trx, { from, into }) {
    const history = () => inTable(strapi, STATE_HISTORY_TABLE, trx).where('contact_id', from);
    const ids: unknown[] = await history().pluck('id');
    await history().update({ contact_id: into });
    await forgetWords(strapi, trx, [from]);
    const customFields = await joinValues(strapi, trx, contactFields, { from, into });
    return { stateHistory: ids, customFields };
  },

  async export(strapi, contactId) {
    const history: unknown[] = await inTable(strapi, STATE_HISTORY_TABLE)
      .where('contact_id', contactId)
      .orderBy('at')
      .select('field', 'from', 'to', 'by', 'why', 'at');
    return { stateHistory: history };
  },

  async erase(strapi, trx, contactIds) {
    await inTable(strapi, STATE_HISTORY_TABLE, trx).whereIn('contact_id', contactIds).delete();
    await forgetWords(strapi, trx, contactIds);
    await forgetValues(strapi, trx, contactFields, contactIds);
    await forgetChangesOf(strapi, trx, contactIds);
  },

  restore: {
    derived: [CONTACT_WORDS_TABLE, CONTACT_SORT_KEYS_TABLE, CONTACT_VALUES_TABLE],
    finish: async (strapi, trx, contactIds) => {
      await restoreValues(strapi, trx, contactFields, contactIds);
      const known = inTable(strapi, CONTACTS_TABLE, trx).whereIn('id', contactIds);
      await indexWords(strapi, trx, (await known.where('kind', 'known').pluck('id')) as number[]);
    },
  },
};

/** What bulk changes did to a contact goes with it. */
const forgetChangesOf = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  contactIds: number[]
): Promise<void> => {
  const documentIds = inTable(strapi, CONTACTS_TABLE, trx)
    .whereIn('id', contactIds)
    .select('document_id');
  await inTable(strapi, CHANGES_TABLE, trx).whereIn('document_id', documentIds).delete();
};
