/** What a bulk change was before is kept for thirty days, and then nobody can undo it. */
import type { Core } from '@strapi/strapi';
import { DAY, type Milliseconds } from '../clock';
import { inTable } from '../sql/table';
import { BATCHES_TABLE, CHANGES_TABLE, KEPT_ROWS_TABLE } from './tables';

export const KEPT_FOR: Milliseconds = 30 * DAY;
const ROWS_PER_STATEMENT = 1_000;

/** Answers with the number of batches removed. */
export const forgetOldBatches = async (strapi: Core.Strapi, at: Milliseconds): Promise<number> => {
  let removed = 0;
  for (;;) {
    const oldest = await inTable(strapi, BATCHES_TABLE)
      .where('created_at', '<', at - KEPT_FOR)
      .orderBy('created_at')
      .first('id');
    if (!oldest) return removed;
    await forgetBatch(strapi, Number(oldest.id));
    removed += 1;
  }
};

/** What it was before goes first: a server that is lost on the way leaves a batch to go on with. */
export const forgetBatch = async (strapi: Core.Strapi, id: number): Promise<void> => {
  for (const table of [KEPT_ROWS_TABLE, CHANGES_TABLE]) {
    await removeInSteps(strapi, table, id);
  }
  await inTable(strapi, BATCHES_TABLE).where({ id }).delete();
};

const removeInSteps = async (strapi: Core.Strapi, table: string, batchId: number) => {
  for (;;) {
    const ids = (await inTable(strapi, table)
      .where('batch_id', batchId)
      .limit(ROWS_PER_STATEMENT)
      .pluck('id')) as number[];
    if (ids.length === 0) return;
    await inTable(strapi, table).whereIn('id', ids).delete();
  }
};
