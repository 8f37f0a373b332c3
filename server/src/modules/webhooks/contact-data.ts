/** What endpoints are yet to be told, or were told, of a contact. */
import type { ContactDataOwner } from '../../platform/contact-data';
import { aliased, inTable } from '../../platform/sql/table';
import { ITEMS_TABLE, MESSAGES_TABLE } from './tables';

export const contactData: ContactDataOwner = {
  tables: { [ITEMS_TABLE]: 'contact_id' },

  /** What was said stays as it was said; whose it is moves along. */
  async reassign(strapi, trx, { from, into }) {
    const items = () => inTable(strapi, ITEMS_TABLE, trx).where('contact_id', from);
    const ids: unknown[] = await items().pluck('id');
    await items().update({ contact_id: into });
    return { webhookItems: ids };
  },

  async export(strapi, contactId) {
    const told = (await aliased(strapi, { i: ITEMS_TABLE })
      .join({ m: MESSAGES_TABLE }, 'm.message_id', 'i.message_id')
      .where('i.contact_id', contactId)
      .orderBy('m.at')
      .select('m.type', 'm.at', 'i.data')) as unknown as {
      type: string;
      at: number | string;
      data: string;
    }[];
    return {
      webhooks: told.map(({ type, at, data }) => ({
        type,
        at: new Date(Number(at)).toISOString(),
        data: JSON.parse(data) as unknown,
      })),
    };
  },

  async erase(strapi, trx, contactIds) {
    await inTable(strapi, ITEMS_TABLE, trx).whereIn('contact_id', contactIds).delete();
  },
};
