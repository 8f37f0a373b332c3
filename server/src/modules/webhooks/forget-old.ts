/** Messages and their deliveries are kept for thirty days, sent or not. */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { DAY, type Milliseconds } from '../../platform/clock';
import { inTable } from '../../platform/sql/table';
import { inTransaction } from '../../platform/transaction';
import { DELIVERIES_TABLE, ITEMS_TABLE, MESSAGES_TABLE } from './tables';

const KEPT_FOR: Milliseconds = 30 * DAY;
const MESSAGES_PER_BATCH = 500;

export const forgetOldMessages = async (strapi: Core.Strapi, at: Milliseconds): Promise<void> => {
  for (;;) {
    const ids = (await inTable(strapi, MESSAGES_TABLE)
      .where('at', '<', at - KEPT_FOR)
      .limit(MESSAGES_PER_BATCH)
      .pluck('message_id')) as unknown as string[];
    await inTransaction(strapi, (trx) => removeMessages(strapi, trx, ids));
    if (ids.length < MESSAGES_PER_BATCH) return;
  }
};

const removeMessages = async (strapi: Core.Strapi, trx: Knex.Transaction, ids: string[]) => {
  for (const table of [DELIVERIES_TABLE, ITEMS_TABLE, MESSAGES_TABLE]) {
    await inTable(strapi, table, trx).whereIn('message_id', ids).delete();
  }
};
