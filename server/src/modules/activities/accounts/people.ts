/** Whose activities an account's timeline shows. */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { countUpTo } from '../../../platform/sql/counting';
import { aliased } from '../../../platform/sql/table';
import { accounts, CURRENT, today, type AccountScope } from '../../accounts';
import { ACTIVITIES_TABLE, type TimelineFilter } from '../contract';
import type { StoredActivityRow } from '../tables';
import { TOTALS_TABLE } from '../totals/tables';

export interface AccountTimelineQuery extends TimelineFilter, AccountScope {
  /** Those who were members as well. */
  former: boolean;
  /** Up to this id, whoever did something has totals. */
  countedTo: number;
}

export type FoundActivity = Pick<StoredActivityRow, 'id' | 'occurred_at'>;

/** Of memberships as `m`, those of the people whose activities are shown. */
export const onlyShown = (
  memberships: Knex.QueryBuilder,
  { former }: Pick<AccountTimelineQuery, 'former'>
): Knex.QueryBuilder => (former ? memberships : memberships.whereRaw(CURRENT, [today()]));

/**
 * Memberships as `m` of people who ever did something, counted already or not yet. Many people in a
 * database were imported and have done nothing.
 */
export const activeMemberships = (
  strapi: Core.Strapi,
  query: AccountTimelineQuery
): Knex.QueryBuilder => {
  const { connection } = strapi.db;
  const counted = aliased(strapi, { t: TOTALS_TABLE })
    .whereRaw('t.contact_id = m.contact_id')
    .select(connection.raw('1'));
  const notYet = aliased(strapi, { n: ACTIVITIES_TABLE })
    .where('n.id', '>', query.countedTo)
    .whereNotNull('n.contact_id')
    .select('n.contact_id');
  return onlyShown(accounts(strapi).memberships(query), query).where((active) => {
    void active.whereExists(counted).orWhereIn('m.contact_id', notYet);
  });
};

/** What each of so many did last is found within milliseconds. */
const FEW = 2_000;

/** Somebody in two of the accounts counts twice: it need not be exact. */
export const areFewActive = async (
  strapi: Core.Strapi,
  query: AccountTimelineQuery
): Promise<boolean> => {
  const active = activeMemberships(strapi, query).select('m.contact_id');
  return (await countUpTo(strapi, active, FEW + 1)) <= FEW;
};
