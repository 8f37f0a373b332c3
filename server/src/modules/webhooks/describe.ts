/** Adds to public events what the things they are about are, right after the commit. */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { PublicItem, Subject } from './contract';
import { toldAccounts, toldMemberships } from './told-accounts';
import { toldContacts } from './told-contacts';

/** Things that are gone are left out. */
type Describe = (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  items: PublicItem[]
) => Promise<PublicItem[]>;

const idsOf = (items: PublicItem[], name: 'contactId' | 'accountId' | 'membershipId'): number[] => [
  ...new Set(items.flatMap((item) => item[name] ?? [])),
];

const describeContacts: Describe = async (strapi, trx, items) => {
  const told = await toldContacts(strapi, trx, idsOf(items, 'contactId'));
  return items.flatMap(({ contactId, data }) => {
    const contact = contactId === null ? undefined : told.get(contactId);
    return contact ? [{ contactId, data: { ...contact, ...data } }] : [];
  });
};

const describeAccounts: Describe = async (strapi, _trx, items) => {
  const told = await toldAccounts(strapi, idsOf(items, 'accountId'));
  return items.flatMap(({ accountId, contactId, data }) => {
    const account = accountId === undefined ? undefined : told.get(accountId);
    return account ? [{ contactId, data: { ...account, ...data } }] : [];
  });
};

/** A membership that was removed, or whose account was, is told of all the same: it ended. */
const describeMemberships: Describe = async (strapi, trx, items) => {
  const people = await toldContacts(strapi, trx, idsOf(items, 'contactId'));
  const accounts = await toldAccounts(strapi, idsOf(items, 'accountId'));
  const places = await toldMemberships(strapi, idsOf(items, 'membershipId'));
  return items.flatMap(({ contactId, accountId = 0, membershipId = 0, data }) => {
    const contact = contactId === null ? undefined : people.get(contactId);
    if (!contact) return [];
    const account = accounts.get(accountId) ?? data.account;
    return [{ contactId, data: { ...places.get(membershipId), ...data, contact, account } }];
  });
};

export const describers: Record<Subject, Describe> = {
  contact: describeContacts,
  account: describeAccounts,
  membership: describeMemberships,
};
