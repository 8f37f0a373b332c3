/**
 * Who came up to a threshold: the total was below it and is not any more. Noted in the transaction that
 * wrote the total, so that nobody is missed and nobody told twice; told afterwards (tell-crossings.ts).
 */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { Milliseconds } from '../../../platform/clock';
import { dialectOf } from '../../../platform/sql/dialect';
import { countOf } from '../../../platform/sql/counting';
import { insertSelect } from '../../../platform/sql/insert-select';
import { QUEUE_TABLE } from '../../../platform/recalculation/tables';
import { aliased, inTable } from '../../../platform/sql/table';
import { CROSSINGS_TABLE, TOTALS_TABLE } from '../contract';
import { INTEGER } from '../awards/integer-sql';
import type { LiveScore } from '../live-rules';
import { narrow, type Scope } from '../scope';

interface Look {
  scope: Scope;
  scores: LiveScore[];
  at: Milliseconds;
  /** Rules have changed, and not what contacts did: nobody is told of who crossed by that. */
  isQuiet: boolean;
}

/** Answers with how many are yet to be told. */
export const noteCrossings = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  look: Look
): Promise<number> => {
  const rows = thresholdRows(strapi, look.scores);
  if (!rows) return 0;
  await insertSelect(strapi, trx, {
    table: CROSSINGS_TABLE,
    columns: ['contact_id', 'score_id', 'threshold_id', 'total', 'reached_at'],
    rows: crossed(strapi, look, rows),
    conflict: { unique: ['contact_id', 'score_id', 'threshold_id', 'reached_at'], change: {} },
  });
  if (look.isQuiet) await keepQuiet(strapi, trx, look);
  const waiting = aliased(strapi, { k: CROSSINGS_TABLE }, trx) as Knex.QueryBuilder;
  return countOf(waiting.whereNull('k.announced_at'));
};

const NOT_MAILED = 0;

/** Except about those of whom something new waits to be worked out: they may have crossed by that. */
const keepQuiet = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  { scope, at }: Look
): Promise<void> => {
  const waiting = aliased(strapi, { q: QUEUE_TABLE }).whereNotNull('q.contact_id');
  const crossings = inTable(strapi, CROSSINGS_TABLE, trx) as Knex.QueryBuilder;
  await narrow(strapi, crossings, 'contact_id', scope)
    .where('reached_at', at)
    .whereNull('announced_at')
    .whereNotIn('contact_id', waiting.select('q.contact_id'))
    .update({ announced_at: at, mailed_at: NOT_MAILED });
};

const crossed = (
  strapi: Core.Strapi,
  { scope, at }: Look,
  thresholds: Knex.Raw
): Knex.QueryBuilder => {
  const { connection } = strapi.db;
  const totals = aliased(strapi, { t: TOTALS_TABLE }) as Knex.QueryBuilder;
  const before = (aliased(strapi, { k: CROSSINGS_TABLE }) as Knex.QueryBuilder)
    .whereRaw('k.contact_id = t.contact_id and k.score_id = t.score_id')
    .whereRaw('k.threshold_id = h.threshold_id')
    .select('k.id');
  return narrow(strapi, totals, 't.contact_id', scope)
    .joinRaw('join ? on h.score_id = t.score_id', [thresholds])
    .where('t.computed_at', at)
    .whereRaw('t.previous < h.reached_by and t.total >= h.reached_by')
    .where((again) => {
      void again.whereRaw('h.once = 0').orWhereNotExists(before);
    })
    .select(
      't.contact_id',
      't.score_id',
      'h.threshold_id',
      't.total',
      connection.raw(INTEGER[dialectOf(strapi)], [at])
    );
};

/** Thresholds as `h`; null where there is none. */
const thresholdRows = (strapi: Core.Strapi, scores: LiveScore[]): Knex.Raw | null => {
  const integer = INTEGER[dialectOf(strapi)];
  const row = ['score_id', 'threshold_id', 'reached_by', 'once'].map(
    (name) => `${integer} as ${name}`
  );
  const values = scores.flatMap(({ scoreId, thresholds }) =>
    thresholds.map(({ id, at, once }) => [scoreId, id, at, once ? 1 : 0])
  );
  if (values.length === 0) return null;
  const text = values.map(() => `select ${row.join(', ')}`).join(' union all ');
  return strapi.db.connection.raw(`(${text}) h`, values.flat());
};
