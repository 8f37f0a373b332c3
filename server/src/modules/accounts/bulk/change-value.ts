/** Gives many accounts one status or one owner, in a fixed number of statements. */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { inBatches } from '../../../platform/batches';
import { events } from '../../../platform/plugin';
import { queueAccounts } from '../../../platform/recalculation/queue';
import { inTable } from '../../../platform/sql/table';
import { toRef, type AccountRow } from '../account-row';
import { ACCOUNTS_TABLE, type AccountRef } from '../contract';

interface Move {
  column: 'status_id' | 'owner_id';
  accountIds: number[];
  /** A row number; null takes the value away. */
  to: number | null;
  /** Accounts with any other value are left alone. */
  onlyFrom?: number | null;
}

export interface Moved extends AccountRef {
  from: number | null;
}

const IDS_PER_STATEMENT = 1_000;

/** Accounts that have this value already are left alone. The caller announces after its commit. */
export const changeValue = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  { column, accountIds, to, onlyFrom }: Move
): Promise<Moved[]> => {
  const moved: Moved[] = [];
  for (const ids of inBatches(accountIds, IDS_PER_STATEMENT)) {
    const query = inTable(strapi, ACCOUNTS_TABLE, trx)
      .whereIn('id', ids)
      .orderBy('id')
      .forUpdate()
      .select('id', 'document_id', column);
    if (to === null) void query.whereNotNull(column);
    else void query.whereRaw('(?? is null or ?? <> ?)', [column, column, to]);
    if (onlyFrom !== undefined) void query.where({ [column]: onlyFrom });
    const rows = (await query) as unknown as (AccountRow & Record<typeof column, number | null>)[];
    if (rows.length === 0) continue;
    const changedIds = rows.map(({ id }) => id);
    await inTable(strapi, ACCOUNTS_TABLE, trx)
      .whereIn('id', changedIds)
      .update({ [column]: to, updated_at: new Date() });
    await queueAccounts(strapi, trx, changedIds, { account: true });
    moved.push(...rows.map((row) => ({ ...toRef(row), from: row[column] })));
  }
  return moved;
};

export const announceMoved = async (
  strapi: Core.Strapi,
  field: 'status' | 'owner' | 'parent',
  moved: AccountRef[]
): Promise<void> => {
  if (moved.length === 0) return;
  const changes = moved.map(({ accountId, documentId }) => ({
    accountId,
    documentId,
    fields: [field],
  }));
  await events(strapi).emit('account.changed', changes);
};
