/** The rows of a batch: what was asked for, what it changed, and how much of that was put back. */
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Knex } from 'knex';
import { inBatches } from '../batches';
import { now } from '../clock';
import { insertOne } from '../sql/insert-one';
import { aliased, inTable } from '../sql/table';
import type { Change, Skipped } from './bulk-action';
import type { SkipReason } from './contract';
import {
  BATCHES_TABLE,
  CHANGES_TABLE,
  KEPT_ROWS_TABLE,
  type BatchRow,
  type ChangeRow,
} from './tables';

export interface NewBatch {
  subject: string;
  action: string;
  value: unknown;
  label: string | null;
  why: string;
  createdBy: number;
}

const ROWS_PER_INSERT = 500;

/** Answers with the batch's id. */
export const addBatch = (
  strapi: Core.Strapi,
  { subject, action, value, label, why, createdBy }: NewBatch
): Promise<string> =>
  insertOne(strapi, BATCHES_TABLE, {
    ...{ subject, action, why },
    value: JSON.stringify(value),
    label: label?.slice(0, 255) ?? null,
    created_by: createdBy,
    created_at: now(),
  });

/** Throws NotFoundError. */
export const findBatch = async (strapi: Core.Strapi, id: string): Promise<BatchRow> => {
  const row = /^\d{1,15}$/.test(id)
    ? await inTable(strapi, BATCHES_TABLE).where('id', id).first()
    : undefined;
  if (!row) throw new errors.NotFoundError('There is no such bulk change');
  return row as unknown as BatchRow;
};

/** A row that was changed by this batch before (a server was lost) keeps what it had at first. */
export const keepChanges = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  batchId: string,
  changes: Change[]
): Promise<void> => {
  if (changes.length === 0) return;
  const rows = changes.map(({ documentId, before, after }) => ({
    batch_id: batchId,
    document_id: documentId,
    before_value: JSON.stringify(before),
    after_value: JSON.stringify(after),
  }));
  for (const some of inBatches(rows, ROWS_PER_INSERT)) {
    await inTable(strapi, CHANGES_TABLE, trx)
      .insert(some)
      .onConflict(['batch_id', 'document_id'])
      .ignore();
  }
  await count(strapi, trx, batchId, { changed: changes.length });
};

/** Tried again by a second undo: another row may have given free what was taken. */
const MAY_SUCCEED_LATER: SkipReason = 'taken';

/** Changes that can still be undone, locked: of two undos that meet, each row goes to one. */
export const changesLeft = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  batchId: string,
  page: { after: number; limit: number }
): Promise<ChangeRow[]> =>
  (await left(strapi, batchId, trx)
    .where('id', '>', page.after)
    .orderBy('id')
    .limit(page.limit)
    .forUpdate()) as unknown as ChangeRow[];

const left = (strapi: Core.Strapi, batchId: string, trx?: Knex.Transaction) =>
  inTable(strapi, CHANGES_TABLE, trx)
    .where('batch_id', batchId)
    .where((open) => {
      void open.whereNull('outcome').orWhere('outcome', MAY_SUCCEED_LATER);
    });

export const hasChangesLeft = async (strapi: Core.Strapi, batchId: string): Promise<boolean> =>
  (await left(strapi, batchId).limit(1).pluck('id')).length > 0;

/** By their numbers; what is erased meanwhile leaves its batch, whose counters do not know it. */
export interface Undoable {
  /** Batches with rows that no undo has come to. */
  untried: Set<string>;
  /** Batches of which a row could not be put back that may be by now. */
  toRetry: Set<string>;
}

export const undoableAmong = async (strapi: Core.Strapi, ids: string[]): Promise<Undoable> => ({
  untried: await batchesWith(strapi, ids, null),
  toRetry: await batchesWith(strapi, ids, MAY_SUCCEED_LATER),
});

/** One look into the index for each batch, however many rows it has. */
const batchesWith = async (
  strapi: Core.Strapi,
  ids: string[],
  outcome: SkipReason | null
): Promise<Set<string>> => {
  const row = aliased(strapi, { c: CHANGES_TABLE })
    .whereRaw('c.batch_id = b.id')
    .where({ 'c.outcome': outcome });
  const found: unknown[] = await aliased(strapi, { b: BATCHES_TABLE })
    .whereIn('b.id', ids)
    .whereExists(row)
    .pluck('b.id');
  return new Set(found.map(String));
};

export const recordUndone = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  batchId: string,
  undone: { changes: ChangeRow[]; restored: string[]; skipped: Skipped[] }
): Promise<void> => {
  const { changes, restored, skipped } = undone;
  const conclude = async (documentIds: string[], outcome: string) => {
    if (documentIds.length === 0) return;
    await inTable(strapi, CHANGES_TABLE, trx)
      .where('batch_id', batchId)
      .whereIn('document_id', documentIds)
      .update({ outcome });
  };
  await conclude(restored, 'restored');
  for (const reason of new Set(skipped.map((one) => one.reason))) {
    const ids = skipped.filter((one) => one.reason === reason).map(({ documentId }) => documentId);
    await conclude(ids, reason);
  }
  if (restored.length > 0) {
    await inTable(strapi, KEPT_ROWS_TABLE, trx)
      .where('batch_id', batchId)
      .whereIn('document_id', restored)
      .delete();
  }
  const skippedBefore = changes.filter(({ outcome }) => outcome !== null).length;
  await count(strapi, trx, batchId, {
    restored: restored.length,
    skipped: skipped.length - skippedBefore,
  });
};

const count = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  batchId: string,
  more: Partial<Record<'changed' | 'restored' | 'skipped', number>>
) => {
  await inTable(strapi, BATCHES_TABLE, trx).where('id', batchId).increment(more);
};
