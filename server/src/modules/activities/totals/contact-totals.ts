/**
 * The totals of contacts whose activities are moved, removed or put back. Whoever does that keeps the
 * counting waiting until the end of the transaction, so that no activity is counted for both or for none.
 */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { Reassignment } from '../../../platform/contact-data';
import { inBatches } from '../../../platform/batches';
import { dialectOf } from '../../../platform/sql/dialect';
import { inTable } from '../../../platform/sql/table';
import { holdProgress } from './progress';
import { addTotals, insertTotals, sumsOf } from './sums';
import { TOTALS_TABLE } from './tables';

const CONTACTS_PER_STATEMENT = 500;

const OF_ANOTHER = `select ?, t.activities, t.purchases, t.purchased_value, t.last_at
  from ${TOTALS_TABLE} t where t.contact_id = ?`;

/** What is not counted yet will be counted for the contact it belongs to by then. */
export const moveTotals = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  { from, into }: Reassignment
): Promise<void> => {
  await holdProgress(strapi, trx);
  await trx.raw(addTotals(dialectOf(strapi), OF_ANOTHER), [into, from]);
  await inTable(strapi, TOTALS_TABLE, trx).where('contact_id', from).delete();
};

export const dropTotals = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  contactIds: number[]
): Promise<void> => {
  await holdProgress(strapi, trx);
  await inTable(strapi, TOTALS_TABLE, trx).whereIn('contact_id', contactIds).delete();
};

/** Makes them anew from the activities that are counted by now. */
export const recountTotals = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  contactIds: number[]
): Promise<void> => {
  const { countedTo } = await holdProgress(strapi, trx);
  for (const ids of inBatches(contactIds, CONTACTS_PER_STATEMENT)) {
    await inTable(strapi, TOTALS_TABLE, trx).whereIn('contact_id', ids).delete();
    const marks = ids.map(() => '?').join(', ');
    const sums = sumsOf(`contact_id in (${marks}) and id <= ?`);
    await trx.raw(insertTotals(sums), [...ids, countedTo]);
  }
};
