/** Adds the next activities to the totals, in one transaction with how far that leads. */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { Milliseconds } from '../../../platform/clock';
import { dialectOf, type Dialect } from '../../../platform/sql/dialect';
import { inTable } from '../../../platform/sql/table';
import { ACTIVITIES_TABLE } from '../contract';
import { saveProgress, takeProgress } from './progress';
import { addTotals, sumsOf } from './sums';

/** On SQLite everything else waits for a step. */
const ACTIVITIES_PER_STEP = 5_000;

const NEXT = sumsOf('id > ? and id <= ? and contact_id is not null');

export type StepOutcome = 'done' | 'more' | 'busy';

/** Up to `settled`; there, everything is counted that was recorded before `completeAt`. */
export const countNext = (
  strapi: Core.Strapi,
  { settled, completeAt }: { settled: number; completeAt: Milliseconds }
): Promise<StepOutcome> => {
  const dialect = dialectOf(strapi);
  return strapi.db.connection.transaction(async (trx) => {
    const progress = await takeProgress(strapi, trx);
    if (!progress) return 'busy';
    const last = await lastOfStep(strapi, trx, { after: progress.countedTo, settled });
    await trx.raw(addTotals(dialect, NEXT), [progress.countedTo, last]);
    const isDone = last >= settled;
    await saveProgress(strapi, trx, {
      countedTo: last,
      completeAt: isDone ? completeAt : progress.completeAt,
    });
    return isDone ? 'done' : 'more';
  }, OPTIONS[dialect]);
};

/** MariaDB's usual level would have `insert … select` lock the activities it reads. */
const OPTIONS: Record<Dialect, Knex.TransactionConfig> = {
  postgres: {},
  sqlite: {},
  mysql: { isolationLevel: 'read committed' },
};

/** Not simply so many ids further: there may be gaps of any size. */
const lastOfStep = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  { after, settled }: { after: number; settled: number }
): Promise<number> => {
  if (after >= settled) return after;
  const last = await inTable(strapi, ACTIVITIES_TABLE, trx)
    .where('id', '>', after)
    .where('id', '<=', settled)
    .orderBy('id')
    .offset(ACTIVITIES_PER_STEP - 1)
    .first('id');
  return Number(last?.id ?? settled);
};
