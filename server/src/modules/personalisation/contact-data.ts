/** What merging, subject access and erasure do with the arms of splits that a contact was shown. */
import type { ContactDataOwner } from '../../platform/contact-data';
import { inTable } from '../../platform/sql/table';
import { EXPOSURES_TABLE } from './contract';

export const contactData: ContactDataOwner = {
  tables: { [EXPOSURES_TABLE]: 'contact_id' },

  async reassign(strapi, trx, { from, into }) {
    const theirs = () => inTable(strapi, EXPOSURES_TABLE, trx).where('contact_id', from);
    const ids: unknown[] = await theirs().pluck('id');
    await theirs().update({ contact_id: into });
    return { exposures: ids.map(Number) };
  },

  async export(strapi, contactId) {
    const exposures: unknown[] = await inTable(strapi, EXPOSURES_TABLE)
      .where('contact_id', contactId)
      .orderBy('id')
      .select({ split: 'split', variant: 'variant', firstAt: 'first_at' });
    return { experiments: exposures };
  },

  async erase(strapi, trx, contactIds) {
    await inTable(strapi, EXPOSURES_TABLE, trx).whereIn('contact_id', contactIds).delete();
  },
};
