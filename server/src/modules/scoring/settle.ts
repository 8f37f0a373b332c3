/**
 * Works out again what some contacts have in scores: their awards in one transaction, and their totals
 * in another one after its commit. Totals are made under a lock and of committed awards alone, so the
 * last one made is right, whoever else was at the same contacts meanwhile.
 */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { inBatches } from '../../platform/batches';
import { now } from '../../platform/clock';
import { queueChanges } from '../../platform/recalculation/queue';
import type { Changes } from '../../platform/recalculation/contract';
import { retryConflicts } from '../../platform/retry-conflicts';
import { dialectOf, type Dialect } from '../../platform/sql/dialect';
import { violates } from '../../platform/sql/unique-violation';
import { isWriteConflict } from '../../platform/sql/write-conflict';
import { settleNamed } from './awards/named-difference';
import type { LiveRule, LiveScore } from './live-rules';
import { AWARDS_KEY } from './tables';
import { scoresAskedFor } from './uses/asked-scores';
import { tellSoon } from './thresholds/tell-crossings';
import { settleTotals, type Settled, type Settling } from './totals/settle-totals';

/** On MariaDB, later statements would else go on seeing what the first one saw. */
const OPTIONS: Record<Dialect, Knex.TransactionConfig> = {
  postgres: {},
  sqlite: {},
  mysql: { isolationLevel: 'read committed' },
};

/**
 * A transaction of its own, begun again when another one stood in its way or has given the same award;
 * `work` is told that it is repeated.
 */
export const inOwnTransaction = <Result>(
  strapi: Core.Strapi,
  work: (trx: Knex.Transaction, isRepeated: boolean) => Promise<Result>
): Promise<Result> => {
  let isRepeated = false;
  const attempt = (trx: Knex.Transaction): Promise<Result> => {
    const result = work(trx, isRepeated);
    isRepeated = true;
    return result;
  };
  return retryConflicts(
    strapi,
    () => strapi.db.connection.transaction(attempt, OPTIONS[dialectOf(strapi)]),
    { isConflict: (error) => isWriteConflict(error) || violates(error, AWARDS_KEY) }
  );
};

/** A rule without a limit may have given each of them very many awards, which are compared in memory. */
const CONTACTS_AT_ONCE = 200;

export interface Settlement {
  scope: { ids: number[] };
  scores: LiveScore[];
  /** Only these; the awards of others stay. */
  rules: LiveRule[];
}

export const settle = async (
  strapi: Core.Strapi,
  { scope, scores, rules }: Settlement
): Promise<void> => {
  const at = now();
  for (const ids of inBatches(scope.ids, CONTACTS_AT_ONCE)) {
    await inOwnTransaction(strapi, (trx) =>
      settleNamed(strapi, trx, { scope: { ids }, rules, at })
    );
  }
  await refreshTotals(strapi, { scope, scores, at });
};

/** Of awards as they are. */
export const refreshTotals = async (
  strapi: Core.Strapi,
  {
    scope,
    scores,
    at = now(),
    isQuiet = false,
  }: Pick<Settling, 'scope' | 'scores'> & Partial<Settling>
): Promise<void> => {
  const asked = await scoresAskedFor(strapi);
  const { crossings } = await inOwnTransaction(strapi, async (trx) => {
    const settled = await settleTotals(strapi, trx, { scope, scores, at, isQuiet });
    await queueChanges(strapi, trx, changesOf(settled, { scores, asked }));
    return settled;
  });
  if (crossings > 0) await tellSoon(strapi);
};

/** What groups and rules that ask for totals have to hear. */
const changesOf = (
  { changed }: Settled,
  { scores, asked }: { scores: LiveScore[]; asked: ReadonlySet<string> }
): [number, Changes][] => {
  const byId = new Map(scores.map((score) => [score.scoreId, score]));
  return changed.flatMap(({ contactId, scoreId }): [number, Changes][] => {
    const score = byId.get(scoreId);
    if (!score) return [];
    const fields = score.isMain ? { fields: ['score'] } : {};
    const totals = asked.has(score.name) ? { scores: [score.name] } : {};
    const changes = { ...fields, ...totals };
    return Object.keys(changes).length > 0 ? [[contactId, changes]] : [];
  });
};
