/**
 * Makes the totals of some contacts from their awards, and notes who crossed a threshold. Nothing is
 * ever added to a total, so it cannot drift from what it is the total of.
 */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { Milliseconds } from '../../../platform/clock';
import { dialectOf, type Dialect } from '../../../platform/sql/dialect';
import { aliased, inTable } from '../../../platform/sql/table';
import { AWARDS_TABLE, TOTALS_TABLE } from '../contract';
import { lockTotals, type LiveScore } from '../live-rules';
import { narrow, type Scope } from '../scope';
import { noteCrossings } from '../thresholds/note-crossings';
import { keepMainScore } from './main-score';
import { countingAt, nextChange, shownPoints } from './shown-points';

export interface Settled {
  /** Whose total in which score (its row number) is another than before. */
  changed: { contactId: number; scoreId: number }[];
  crossings: number;
}

export interface Settling {
  scope: Scope;
  scores: LiveScore[];
  at: Milliseconds;
  /** Nobody is told of who crosses a threshold: rules have changed, and not what contacts did. */
  isQuiet: boolean;
}

export const settleTotals = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  { scope, scores, at, isQuiet }: Settling
): Promise<Settled> => {
  await lockTotals(strapi, trx);
  await writeTotals(strapi, trx, { scope, at });
  await emptyTotals(strapi, trx, { scope, at });
  const crossings = await noteCrossings(strapi, trx, { scope, scores, at, isQuiet });
  await keepMainScore(strapi, trx, { scope, scores });
  return { changed: await readChanged(strapi, trx, { scope, at }), crossings };
};

interface Moment {
  scope: Scope;
  at: Milliseconds;
}

/** Rows of (contact_id, score_id, total, next_at). */
const totalsOf = (strapi: Core.Strapi, { scope, at }: Moment): Knex.QueryBuilder => {
  const { connection } = strapi.db;
  const awards = aliased(strapi, { x: AWARDS_TABLE }) as Knex.QueryBuilder;
  return countingAt(narrow(strapi, awards, 'x.contact_id', scope), at)
    .groupBy('x.contact_id', 'x.score_id')
    .select(
      'x.contact_id',
      'x.score_id',
      // Sums of hundredths are not exact on SQLite.
      connection.raw('round(sum(?), 2) as total', [shownPoints(strapi, at)]),
      connection.raw('min(?) as next_at', [nextChange(strapi, at)])
    );
};

const COLUMNS = ['contact_id', 'score_id', 'total', 'previous', 'computed_at', 'next_at'];

/** Rows that stay as they are are not written. */
const UPDATE = `on conflict (contact_id, score_id) do update set
  previous = ${TOTALS_TABLE}.total, total = excluded.total,
  computed_at = excluded.computed_at, next_at = excluded.next_at
  where ${TOTALS_TABLE}.total <> excluded.total or ${TOTALS_TABLE}.next_at is distinct from excluded.next_at`;

const ON_CONFLICT: Record<Dialect, string> = {
  postgres: UPDATE,
  sqlite: UPDATE,
  mysql: `on duplicate key update previous = ${TOTALS_TABLE}.total, total = values(total),
    computed_at = values(computed_at), next_at = values(next_at)`,
};

const writeTotals = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  moment: Moment
): Promise<void> => {
  const schema = strapi.db.getSchemaName();
  const marks = COLUMNS.map(() => '??').join(', ');
  await trx.raw(
    `insert into ?? (${marks}) select n.contact_id, n.score_id, n.total, 0, ?, n.next_at
      from ? where 1 = 1 ${ON_CONFLICT[dialectOf(strapi)]}`,
    [
      schema ? `${schema}.${TOTALS_TABLE}` : TOTALS_TABLE,
      ...COLUMNS,
      moment.at,
      totalsOf(strapi, moment).as('n'),
    ]
  );
};

/** Of those who have nothing any more. */
const emptyTotals = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  { scope, at }: Moment
): Promise<void> => {
  const totals = aliased(strapi, { t: TOTALS_TABLE }) as Knex.QueryBuilder;
  const awards = aliased(strapi, { x: AWARDS_TABLE }) as Knex.QueryBuilder;
  const left = countingAt(awards.whereRaw('x.contact_id = t.contact_id'), at)
    .whereRaw('x.score_id = t.score_id')
    .select('x.id');
  const emptied = narrow(strapi, totals, 't.contact_id', scope)
    .where((stale) => {
      void stale.whereNot('t.total', 0).orWhereNotNull('t.next_at');
    })
    .whereNotExists(left)
    .select('t.id');
  const ids = strapi.db.connection.from(emptied.as('emptied')).select('emptied.id');
  await inTable(strapi, TOTALS_TABLE, trx)
    .whereIn('id', ids)
    .update({
      previous: strapi.db.connection.ref('total'),
      total: 0,
      computed_at: at,
      next_at: null,
    });
};

const readChanged = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  { scope, at }: Moment
): Promise<Settled['changed']> => {
  const totals = aliased(strapi, { t: TOTALS_TABLE }, trx) as Knex.QueryBuilder;
  const rows = (await narrow(strapi, totals, 't.contact_id', scope)
    .where('t.computed_at', at)
    .whereRaw('t.total <> t.previous')
    .select({ contactId: 't.contact_id', scoreId: 't.score_id' })) as unknown;
  return rows as Settled['changed'];
};
