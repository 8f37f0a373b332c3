/** What is told of accounts and of memberships in them. */
import type { Core } from '@strapi/strapi';
import { findRows } from '../../platform/find-rows';
import { ACCOUNT_MEMBERSHIP_UID, ACCOUNT_UID, isMain } from '../accounts';
import { pick, type Told } from './told';

const FIELDS = ['documentId', 'name', 'accountType', 'industry', 'website', 'country'] as const;

type Account = Record<(typeof FIELDS)[number], string | null> & {
  id: number;
  status: { name: string } | null;
};

/** By row number; accounts that are gone are left out. */
export const toldAccounts = async (
  strapi: Core.Strapi,
  ids: number[]
): Promise<Map<number, Told>> => {
  const found = await findRows<Account>(strapi, ACCOUNT_UID, {
    where: { id: { $in: ids } },
    select: ['id', ...FIELDS],
    populate: { status: { select: ['name'] } },
  });
  return new Map(
    found.map((account) => [
      account.id,
      { ...pick(account, FIELDS), status: account.status?.name ?? null },
    ])
  );
};

const PLACE = ['jobTitle', 'since', 'until'] as const;

type Membership = Record<(typeof PLACE)[number], string | null> & {
  id: number;
  isPrimary: boolean | null;
  role: { name: string } | null;
};

/** By row number; memberships that were removed are left out. */
export const toldMemberships = async (
  strapi: Core.Strapi,
  ids: number[]
): Promise<Map<number, Told>> => {
  const found = await findRows<Membership>(strapi, ACCOUNT_MEMBERSHIP_UID, {
    where: { id: { $in: ids } },
    select: ['id', ...PLACE, 'isPrimary'],
    populate: { role: { select: ['name'] } },
  });
  return new Map(
    found.map(({ id, role, isPrimary, ...place }) => [
      id,
      { role: role?.name ?? null, ...pick(place, PLACE), isPrimary: isMain(place, isPrimary) },
    ])
  );
};
