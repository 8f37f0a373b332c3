/** Whether an account's people do more or less than they did the month before. */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { DAY, now, type Milliseconds } from '../../../platform/clock';
import { inTable } from '../../../platform/sql/table';
import { accounts, type AccountScope } from '../../accounts';
import { ACTIVITIES_TABLE, type Engagement } from '../contract';
import { TOTALS_TABLE } from '../totals/tables';

export const PERIOD_DAYS = 30;

/** Of more people who did something, an even sample is taken: a trend needs no more, and one statement takes so many. */
const PEOPLE = 500;

/** A difference up to this share of the period before is none. */
const FLAT_WITHIN = 0.2;

/** `lively`: how many current members did something within both periods. Null when nobody did. */
export const readEngagement = async (
  strapi: Core.Strapi,
  scope: AccountScope,
  lively: number
): Promise<Engagement | null> => {
  if (lively === 0) return null;
  const until = now();
  const middle = until - PERIOD_DAYS * DAY;
  const from = middle - PERIOD_DAYS * DAY;
  const people = await findLively(strapi, scope, { from, oneOf: Math.ceil(lively / PEOPLE) });
  const row = await countPeriods(strapi, people, { from, middle, until });
  const recent = Number(row.recent ?? 0);
  const before = Number(row.both) - recent;
  return { trend: trendOf(recent, before), recent, before, people: people.length };
};

export const trendOf = (recent: number, before: number): Engagement['trend'] => {
  if (Math.abs(recent - before) <= before * FLAT_WITHIN) return 'flat';
  return recent > before ? 'up' : 'falling';
};

interface Sample {
  from: Milliseconds;
  /** Every so many people, by their number. */
  oneOf: number;
}

const findLively = async (
  strapi: Core.Strapi,
  scope: AccountScope,
  { from, oneOf }: Sample
): Promise<number[]> => {
  const found: Knex.QueryBuilder = strapi.db.connection
    .from(accounts(strapi).people(scope).as('p'))
    .join({ t: TOTALS_TABLE }, 't.contact_id', 'p.contact_id')
    .where('p.here', 1)
    .where('t.last_at', '>=', from)
    .whereRaw('p.contact_id % ? = 0', [oneOf])
    .limit(PEOPLE);
  const ids: unknown[] = await found.pluck('p.contact_id');
  return ids.map(Number);
};

interface Periods {
  from: Milliseconds;
  middle: Milliseconds;
  until: Milliseconds;
}

const countPeriods = async (
  strapi: Core.Strapi,
  contactIds: number[],
  { from, middle, until }: Periods
): Promise<Record<'recent' | 'both', unknown>> => {
  const { connection } = strapi.db;
  const [row] = (await inTable(strapi, ACTIVITIES_TABLE)
    .whereIn('contact_id', contactIds)
    .where('occurred_at', '>=', from)
    .where('occurred_at', '<', until)
    .select({
      both: connection.raw('count(*)'),
      recent: connection.raw('sum(case when occurred_at >= ? then 1 else 0 end)', [middle]),
    })) as unknown as [Record<'recent' | 'both', unknown>];
  return row;
};
