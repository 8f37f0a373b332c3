/** What the people of an account come to, and what they have done: from their totals. */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { DAY, now } from '../../../platform/clock';
import { keepFigures } from '../../../platform/kept-figures';
import { service } from '../../../platform/plugin';
import { causeOf } from '../../../platform/sql/write-conflict';
import { accounts, areMany, countBelow, type AccountScope } from '../../accounts';
import type { AccountSummary } from '../contract';
import { activityTotals } from '../totals/service';
import { TOTALS_TABLE } from '../totals/tables';
import { PERIOD_DAYS, readEngagement } from './engagement';

export interface AccountSummaries {
  /** Of many people, as they were counted last. */
  read(scope: AccountScope): Promise<AccountSummary>;
}

export const createAccountSummaries = ({ strapi }: { strapi: Core.Strapi }): AccountSummaries => {
  const kept = keepFigures<AccountSummary>({
    takesLong: ({ contacts }) => areMany(contacts),
    onFailure: (error) =>
      strapi.log.error(`contact-management: an account could not be summed up: ${causeOf(error)}`),
  });
  return {
    read: (scope) =>
      kept.read(`${scope.accountId} ${scope.subsidiaries}`, () => sumUp(strapi, scope)),
  };
};

export const accountSummaries = (strapi: Core.Strapi) =>
  service<AccountSummaries>(strapi, 'account-summaries');

/** The moment is read first: what is counted after it makes the figures newer than they say. */
const sumUp = async (strapi: Core.Strapi, scope: AccountScope): Promise<AccountSummary> => {
  const countedAt = await activityTotals(strapi).freshen();
  const row = await readSums(strapi, scope);
  const current = Number(row.current ?? 0);
  return {
    contacts: { current, former: Number(row.people) - current, active: Number(row.active ?? 0) },
    subsidiaries: await countBelow(strapi, scope.accountId, scope.subsidiaries),
    activities: Number(row.activities ?? 0),
    purchases: Number(row.purchases ?? 0),
    purchasedValue: Number(Number(row.purchased ?? 0).toFixed(4)),
    engagement: await readEngagement(strapi, scope, Number(row.lively ?? 0)),
    lastActivityAt: row.last_at === null ? null : new Date(Number(row.last_at)).toISOString(),
    countedAt: countedAt === null ? null : new Date(countedAt).toISOString(),
  };
};

type Sums = Record<'people' | 'current' | 'active' | 'lively', unknown> &
  Record<'activities' | 'purchases' | 'purchased' | 'last_at', unknown>;

/** One pass over everybody; only current members' activities count. */
const readSums = async (strapi: Core.Strapi, scope: AccountScope): Promise<Sums> => {
  const { connection } = strapi.db;
  const here = (aggregate: 'max' | 'sum', value: string) =>
    connection.raw(`${aggregate}(case when p.here = 1 then ${value} end)`);
  const activeSince = (periods: number) =>
    connection.raw('sum(case when p.here = 1 and t.last_at >= ? then 1 else 0 end)', [
      now() - periods * PERIOD_DAYS * DAY,
    ]);
  const sums: Knex.QueryBuilder = connection
    .from(accounts(strapi).people(scope).as('p'))
    .leftJoin({ t: TOTALS_TABLE }, 't.contact_id', 'p.contact_id')
    .select({
      people: connection.raw('count(*)'),
      current: connection.raw('sum(p.here)'),
      active: activeSince(1),
      lively: activeSince(2),
      activities: here('sum', 't.activities'),
      purchases: here('sum', 't.purchases'),
      purchased: here('sum', 't.purchased_value'),
      last_at: here('max', 't.last_at'),
    });
  const [row] = (await sums) as [Sums];
  return row;
};
