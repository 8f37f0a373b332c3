/**
 * Works everything out anew: after rules have changed, or when the tables are empty after an import.
 * What conditions give is settled rule by rule for everybody, one difference each; then, contacts by
 * contacts, what activities give and the totals. It can be stopped and goes on where it was.
 */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { allDone } from '../../../platform/all-done';
import { now } from '../../../platform/clock';
import type { JobContext, JobHandler } from '../../../platform/jobs/contract';
import { isRecord } from '../../../platform/records';
import { dialectOf, type Dialect } from '../../../platform/sql/dialect';
import { inTable } from '../../../platform/sql/table';
import { CONTACTS_TABLE } from '../../contacts';
import { settleRange } from '../awards/range-difference';
import { isByCondition } from '../awards/by-condition';
import { followSettings } from '../awards/follow-settings';
import { AWARDS_TABLE, CROSSINGS_TABLE, SCORES_TABLE, TOTALS_TABLE } from '../contract';
import { lockTotals, readLiveScores, type LiveRule } from '../live-rules';
import { inOwnTransaction, refreshTotals } from '../settle';
import { workingRules } from '../working-rules';

/** On SQLite everything else waits for a step; on MariaDB whoever writes to these contacts does. */
const CONTACTS_PER_STEP: Record<Dialect, number> = {
  postgres: 20_000,
  sqlite: 2_000,
  mysql: 2_000,
};

/** Awards of one are given while totals of another are made: those are made by one at a time. */
const STEPS_AT_ONCE: Record<Dialect, number> = { postgres: 2, sqlite: 1, mysql: 1 };

/** Both ends are in it. */
interface Range {
  from: number;
  to: number;
}

interface Position {
  /** Condition rules that are settled. */
  rules: string[];
  /** Contacts up to this row number are done. */
  after: number;
}

export const recompute: JobHandler = async (job) => {
  const { strapi, progress, signal } = job;
  const startedAt = now();
  const total = await highestContact(strapi);
  const position = positionOf(progress.position);
  await settleConditions(job, position, total);
  while (!signal.aborted && position.after < total) {
    const steps = await nextSteps(strapi, position.after, total);
    await allDone(steps.map((step) => settleStep(strapi, step)));
    position.after = steps.at(-1)?.to ?? total;
    await job.report({ done: position.after, failed: 0, total, position });
  }
  if (signal.aborted) return null;
  await dropGone(strapi);
  await markDone(strapi, startedAt);
  return { contacts: total };
};

/** One that read the rules before they changed must not end after one that read them later. */
recompute.isAlone = true;

const positionOf = (stored: unknown): Position => {
  if (!isRecord(stored)) return { rules: [], after: 0 };
  const { rules, after } = stored;
  return {
    rules: Array.isArray(rules) ? rules.map(String) : [],
    after: typeof after === 'number' ? after : 0,
  };
};

const keyOf = ({ scoreId, ruleId }: LiveRule): string => `${scoreId}:${ruleId}`;

const settleConditions = async (
  { strapi, signal, report }: JobContext,
  position: Position,
  total: number
): Promise<void> => {
  const { working } = workingRules(strapi, await readLiveScores(strapi));
  const everybody = { from: 0, to: total };
  for (const rule of working.filter(isByCondition)) {
    if (signal.aborted) return;
    if (position.rules.includes(keyOf(rule))) continue;
    const settleAll = () =>
      inOwnTransaction(strapi, async (trx, isRepeated) => {
        await followSettings(strapi, trx, { rule, scope: everybody });
        const difference = { scope: everybody, rules: [rule], others: 'kept' as const, at: now() };
        await settleRange(strapi, trx, { ...difference, isAlone: !isRepeated });
      });
    await settleAll();
    // Who changed during the first, long one was asked before its awards could be seen.
    await settleAll();
    position.rules.push(keyOf(rule));
    await report({ done: position.after, failed: 0, total, position });
  }
};

/** With the rules as they are by now: they may have changed since the job began. */
const settleStep = async (strapi: Core.Strapi, scope: Range): Promise<void> => {
  const scores = await readLiveScores(strapi);
  const { working, broken } = workingRules(strapi, scores);
  const byActivity = working.filter((rule) => !isByCondition(rule));
  const settledBefore = [...working.filter(isByCondition), ...broken];
  await inOwnTransaction(strapi, async (trx, isRepeated) => {
    for (const rule of byActivity) await followSettings(strapi, trx, { rule, scope });
    await settleRange(strapi, trx, {
      scope,
      rules: byActivity,
      others: { takenExcept: settledBefore },
      at: now(),
      isAlone: !isRepeated,
    });
  });
  await refreshTotals(strapi, { scope, scores, isQuiet: true });
};

const highestContact = async (strapi: Core.Strapi): Promise<number> => {
  const row = await inTable(strapi, CONTACTS_TABLE).max({ id: 'id' }).first();
  return Number(row?.id ?? 0);
};

const nextSteps = async (strapi: Core.Strapi, after: number, total: number): Promise<Range[]> => {
  const steps: Range[] = [];
  let from = after + 1;
  while (steps.length < STEPS_AT_ONCE[dialectOf(strapi)] && from <= total) {
    const to = await endOfStep(strapi, from - 1, total);
    steps.push({ from, to });
    from = to + 1;
  }
  return steps;
};

/** Not simply so many numbers further: there may be gaps of any size. */
const endOfStep = async (strapi: Core.Strapi, after: number, total: number): Promise<number> => {
  const last = await inTable(strapi, CONTACTS_TABLE)
    .where('id', '>', after)
    .orderBy('id')
    .offset(CONTACTS_PER_STEP[dialectOf(strapi)] - 1)
    .first('id');
  return Number(last?.id ?? total);
};

/** Of scores that were deleted while somebody's points were being written. */
const dropGone = async (strapi: Core.Strapi): Promise<void> => {
  const drop = async (trx: Knex.Transaction, table: string): Promise<void> => {
    const scores = inTable(strapi, SCORES_TABLE).select('id');
    await inTable(strapi, table, trx).whereNotIn('score_id', scores).delete();
  };
  await inOwnTransaction(strapi, (trx) => drop(trx, AWARDS_TABLE));
  await inOwnTransaction(strapi, async (trx) => {
    await lockTotals(strapi, trx);
    for (const table of [TOTALS_TABLE, CROSSINGS_TABLE]) await drop(trx, table);
  });
};

/** Scores that were changed meanwhile have another job waiting, which says so for them. */
const markDone = async (strapi: Core.Strapi, startedAt: number): Promise<void> => {
  await inTable(strapi, SCORES_TABLE)
    .where(
      'updated_at',
      '<=',
      strapi.db.dialect.client === 'sqlite' ? startedAt : new Date(startedAt)
    )
    .update({ recomputed_at: strapi.db.dialect.client === 'sqlite' ? now() : new Date(now()) });
};
