/** Who is affected when people come to an account, change their place there or leave it. */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { queueAccounts, queueContacts, queueFound } from '../../platform/recalculation/queue';
import { aliased } from '../../platform/sql/table';
import { ACCOUNT_MEMBERSHIPS_TABLE } from './contract';
import type { MembershipRow } from './membership-row';

/** Themselves, and everybody there by what they do together. */
export const queueMemberships = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  rows: Pick<MembershipRow, 'account_id' | 'contact_id'>[]
): Promise<void> => {
  const accountIds = rows.map(({ account_id }) => account_id);
  const contactIds = rows.map(({ contact_id }) => contact_id);
  await queueContacts(strapi, trx, contactIds, { account: true });
  await queueAccounts(strapi, trx, accountIds, { people: true });
};

/** Everybody in these accounts by name, while their memberships are still there. */
export const queueMembers = (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  accountIds: number[]
): Promise<void> => {
  const members: Knex.QueryBuilder = aliased(strapi, { m: ACCOUNT_MEMBERSHIPS_TABLE })
    .whereIn('m.account_id', accountIds)
    .distinct({ id: 'm.contact_id' });
  return queueFound(strapi, trx, members, { account: true });
};
