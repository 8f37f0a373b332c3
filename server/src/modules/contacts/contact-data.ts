/** What merging, subject access and erasure do with this module's rows about a contact. */
import type { ContactDataOwner } from '../../platform/contact-data';
import { inTable } from '../../platform/sql/table';
import { STATE_HISTORY_TABLE } from './contract';
import { forgetWords } from './search/index-words';
import { CONTACT_SORT_KEYS_TABLE, CONTACT_WORDS_TABLE } from './search/tables';

export const contactData: ContactDataOwner = {
  tables: {
    [STATE_HISTORY_TABLE]: 'contact_id',
    [CONTACT_WORDS_TABLE]: 'contact_id',
    [CONTACT_SORT_KEYS_TABLE]: 'contact_id',
  },

  /** Search words are the contact's own and go with it. */
  async reassign(strapi, trx, { from, into }) {
    const history = () => inTable(strapi, STATE_HISTORY_TABLE, trx).where('contact_id', from);
    const ids: unknown[] = await history().pluck('id');
    await history().update({ contact_id: into });
    await forgetWords(strapi, trx, [from]);
    return { stateHistory: ids };
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
  },
};
