/** Who belongs to an account, or to it and everything below it: as SQL for other modules, and counted. */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { now } from '../../platform/clock';
import { keepFigures } from '../../platform/kept-figures';
import { causeOf } from '../../platform/sql/write-conflict';
import { aliased } from '../../platform/sql/table';
import { ACCOUNT_MEMBERSHIPS_TABLE, type AccountScope, type PeopleRollUp } from './contract';
import { subtree } from './hierarchy';
import { CURRENT, today } from './membership-dates';
import { countBelow } from './structure';

/** Memberships as `m`, current and former ones. */
export const membershipsIn = (
  strapi: Core.Strapi,
  { accountId, subsidiaries }: AccountScope
): Knex.QueryBuilder => {
  const memberships: Knex.QueryBuilder = aliased(strapi, { m: ACCOUNT_MEMBERSHIPS_TABLE });
  return subsidiaries
    ? memberships.whereIn('m.account_id', subtree(strapi, accountId).select('id'))
    : memberships.where('m.account_id', accountId);
};

/**
 * The same of one contact, whose number `column` holds: for looking up each row of a query over something
 * else. The sum keeps databases from trying each of the accounts instead of the contact's few memberships.
 */
export const membershipsOfOne = (
  strapi: Core.Strapi,
  { accountId, subsidiaries }: AccountScope,
  column: string
): Knex.QueryBuilder => {
  const memberships: Knex.QueryBuilder = aliased(strapi, { m: ACCOUNT_MEMBERSHIPS_TABLE });
  void memberships.whereRaw('m.contact_id = ??', [column]);
  return subsidiaries
    ? memberships.whereRaw('m.account_id + 0 in ?', [subtree(strapi, accountId).select('id')])
    : memberships.where('m.account_id', accountId);
};

/** Rows of (contact_id, here): each contact once; `here` is 1 where it is a member anywhere, or else 0. */
export const peopleIn = (strapi: Core.Strapi, scope: AccountScope): Knex.QueryBuilder =>
  membershipsIn(strapi, scope)
    .groupBy('m.contact_id')
    .select(
      'm.contact_id',
      strapi.db.connection.raw(`max(case when ${CURRENT} then 1 else 0 end) as here`, [today()])
    );

/** So many are counted within a few milliseconds. */
const FEW = 5_000;

/** Whether counting such an account's people takes long enough to keep the figures for a while. */
export const areMany = ({ current, former }: { current: number; former: number }): boolean =>
  current + former > FEW;

export const createPeopleRollUp = (strapi: Core.Strapi) => {
  const kept = keepFigures<PeopleRollUp>({
    takesLong: areMany,
    onFailure: (error) =>
      strapi.log.error(`contact-management: people could not be counted: ${causeOf(error)}`),
  });
  return (scope: AccountScope): Promise<PeopleRollUp> =>
    kept.read(`${scope.accountId} ${scope.subsidiaries}`, () => countPeople(strapi, scope));
};

const countPeople = async (strapi: Core.Strapi, scope: AccountScope): Promise<PeopleRollUp> => {
  const countedAt = new Date(now()).toISOString();
  const counted: Knex.QueryBuilder = strapi.db.connection
    .from(peopleIn(strapi, scope).as('people'))
    .count({ count: '*' })
    .sum({ current: 'here' });
  const [row] = (await counted) as { count: unknown; current: unknown }[];
  const current = Number(row?.current ?? 0);
  return {
    current,
    former: Number(row?.count ?? 0) - current,
    subsidiaries: await countBelow(strapi, scope.accountId, scope.subsidiaries),
    countedAt,
  };
};
