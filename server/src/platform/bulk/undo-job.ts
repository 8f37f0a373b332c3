/** The job that puts back what a batch changed, as far as nobody has changed it since. */
import type { Core } from '@strapi/strapi';
import type { JobContext } from '../jobs/contract';
import { isRecord } from '../records';
import { retryConflicts } from '../retry-conflicts';
import { commitThenAnnounce } from '../transaction';
import { changesLeft, findBatch, recordUndone } from './batches';
import { ROWS_PER_STEP, type Change, type Undone } from './bulk-action';
import type { UndoResult } from './contract';
import { bulkRegistry } from './registry';
import type { BatchRow, ChangeRow } from './tables';

export const UNDO_JOB = 'bulk.undo';

const NOTHING: UndoResult = { restored: 0, changed: 0, gone: 0, taken: 0 };

export const undoBulk = async ({ strapi, payload, progress, report, signal }: JobContext) => {
  const { batchId, by } = payload as { batchId: string; by: string };
  const batch = await findBatch(strapi, batchId);
  const total = progress.total ?? Number(batch.changed) - Number(batch.restored);
  const position = isRecord(progress.position) ? progress.position : { after: 0 };
  const result = { ...NOTHING, ...(position.result as UndoResult | undefined) };
  let after = Number(position.after);
  let { done } = progress;
  await report({ ...progress, total });
  while (!signal.aborted) {
    const step = await retryConflicts(strapi, () => undoStep(strapi, { batch, after, by }));
    if (!step) return { batchId, ...result };
    result.restored += step.restored.length;
    for (const { reason } of step.skipped) result[reason] += 1;
    after = step.last;
    done += step.restored.length + step.skipped.length;
    const failed = result.changed + result.gone + result.taken;
    await report({
      done,
      failed,
      total: Math.max(total, done),
      position: { after, result },
    });
  }
  return null;
};

interface StepOptions {
  batch: BatchRow;
  after: number;
  by: string;
}

type Step = Pick<Undone, 'restored' | 'skipped'> & { last: number };

/** Null when nothing is left. */
const undoStep = (strapi: Core.Strapi, { batch, after, by }: StepOptions): Promise<Step | null> =>
  commitThenAnnounce(strapi, async (trx) => {
    const batchId = String(batch.id);
    const action = bulkRegistry(strapi).action(batch.subject, batch.action);
    const limit = action.rowsPerStep ?? ROWS_PER_STEP;
    const rows = await changesLeft(strapi, trx, batchId, { after, limit });
    const last = rows.at(-1);
    if (!last) return { result: null, announce: () => Promise.resolve() };
    const { restored, skipped, announce } = await action.undo(strapi, trx, {
      batchId,
      changes: rows.map(toChange),
      by,
      why: WHY,
    });
    await recordUndone(strapi, trx, batchId, { changes: rows, restored, skipped });
    return { result: { restored, skipped, last: Number(last.id) }, announce };
  });

/** Stands in the history of each row; the admin has words for it. */
const WHY = 'undo';

const toChange = ({ document_id, before_value, after_value }: ChangeRow): Change => ({
  documentId: document_id,
  before: JSON.parse(before_value) as unknown,
  after: JSON.parse(after_value) as unknown,
});
