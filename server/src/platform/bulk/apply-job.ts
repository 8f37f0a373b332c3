/**
 * The job that changes many rows: step by step in the order of their row numbers, up to the highest
 * there was when it started, so that it ends on a busy site and goes on where it was stopped. What a
 * step changed is kept in the step's own transaction.
 */
import type { JobContext } from '../jobs/contract';
import { isRecord } from '../records';
import { retryConflicts } from '../retry-conflicts';
import { commitThenAnnounce } from '../transaction';
import { keepChanges } from './batches';
import { ROWS_PER_STEP } from './bulk-action';
import type { BulkSelection } from './contract';
import { bulkRegistry } from './registry';

export const APPLY_JOB = 'bulk.apply';

export interface ApplyPayload {
  batchId: string;
  subject: string;
  action: string;
  value: unknown;
  selection: BulkSelection;
  why: string;
  by: string;
  /** Highest row number that counts. */
  upTo: number;
}

export const applyBulk = async ({ strapi, payload, progress, report, signal }: JobContext) => {
  const { selection, upTo, ...what } = payload as unknown as ApplyPayload;
  const subject = bulkRegistry(strapi).subject(what.subject);
  const action = bulkRegistry(strapi).action(what.subject, what.action);
  const total = progress.total ?? (await subject.count(strapi, selection));
  let { done } = progress;
  let { after, changed } = readPosition(progress.position);
  await report({ ...progress, total });
  while (!signal.aborted) {
    const limit = action.rowsPerStep ?? ROWS_PER_STEP;
    const items = await subject.next(strapi, selection, { after, upTo, limit });
    const last = items.at(-1);
    if (!last) return { batchId: what.batchId, changed };
    changed += await retryConflicts(strapi, () =>
      commitThenAnnounce(strapi, async (trx) => {
        const { changes, announce } = await action.apply(strapi, trx, { ...what, items });
        await keepChanges(strapi, trx, what.batchId, changes);
        return { result: changes.length, announce };
      })
    );
    after = last.id;
    done += items.length;
    await report({
      done,
      failed: 0,
      total: Math.max(total, done),
      position: { after, changed },
    });
  }
  return null;
};

const readPosition = (position: unknown): { after: number; changed: number } =>
  isRecord(position)
    ? { after: Number(position.after), changed: Number(position.changed) }
    : { after: 0, changed: 0 };
