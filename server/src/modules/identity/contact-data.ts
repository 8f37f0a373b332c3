/** What merging, subject access and erasure do with visitors, sessions and the ledger. */
import type { Knex } from 'knex';
import type { ContactDataOwner } from '../../platform/contact-data';
import { inTable } from '../../platform/sql/table';
import { readDevices } from './devices';
import { LEDGER_TABLE, SESSIONS_TABLE, VISITORS_TABLE } from './tables';

export const identityData: ContactDataOwner = {
  tables: {
    [VISITORS_TABLE]: 'contact_id',
    [SESSIONS_TABLE]: 'contact_id',
    [LEDGER_TABLE]: 'into_contact_id',
  },

  /** In the order in which visits lock them (resolve-visitors.ts). */
  async lock(strapi, trx, contactIds) {
    await inTable(strapi, VISITORS_TABLE, trx)
      .whereIn('contact_id', contactIds)
      .orderBy('visitor_key')
      .forUpdate()
      .select('id');
  },

  /** Ledger lines that ended in `from` now end in `into`, so that oldest ids still resolve. */
  async reassign(_strapi, trx, { from, into }) {
    const receipt = {
      visitors: await move(trx, VISITORS_TABLE, 'contact_id', from, into),
      sessions: await move(trx, SESSIONS_TABLE, 'contact_id', from, into),
      merges: await move(trx, LEDGER_TABLE, 'into_contact_id', from, into),
    };
    return receipt;
  },

  async export(strapi, contactId) {
    const sessions = await inTable(strapi, SESSIONS_TABLE)
      .where('contact_id', contactId)
      .orderBy('id');
    return { devices: await readDevices(strapi, contactId), sessions };
  },

  /** The ledger's snapshots hold personal data, so they go as well. */
  async erase(_strapi, trx, contactIds) {
    await trx(VISITORS_TABLE).whereIn('contact_id', contactIds).delete();
    await trx(SESSIONS_TABLE).whereIn('contact_id', contactIds).delete();
    await trx(LEDGER_TABLE).whereIn('into_contact_id', contactIds).delete();
  },
};

const move = async (
  trx: Knex.Transaction,
  table: string,
  column: string,
  from: number,
  into: number
): Promise<number[]> => {
  const ids: unknown[] = await trx(table).where(column, from).pluck('id');
  await trx(table)
    .where(column, from)
    .update({ [column]: into });
  return ids.map(Number);
};
