/** A membership as its table holds it, and what it hangs on. */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { inTable } from '../../platform/sql/table';
import { inTransaction } from '../../platform/transaction';
import { CONTACTS_TABLE } from '../contacts';
import { ACCOUNT_MEMBERSHIPS_TABLE, ACCOUNTS_TABLE, type MembershipRef } from './contract';

export type MembershipRow = Record<string, unknown> & {
  id: number;
  document_id: string;
  account_id: number;
  contact_id: number;
  role_id: number | null;
  job_title: string | null;
  since: string | null;
  until: string | null;
  is_primary: boolean | number;
};

export interface Partners {
  accountId: number;
  contactId: number;
}

export interface MembershipPlace extends Partners {
  id: number;
}

/** Read before a transaction begins, as accounts are (account-row.ts). */
export const placeOf = async (
  strapi: Core.Strapi,
  documentId: string | null
): Promise<MembershipPlace | null> => {
  if (documentId === null) return null;
  const read = async (trx?: Knex.Transaction): Promise<unknown> =>
    inTable(strapi, ACCOUNT_MEMBERSHIPS_TABLE, trx)
      .where('document_id', documentId)
      .first({ id: 'id', accountId: 'account_id', contactId: 'contact_id' });
  const found = strapi.db.inTransaction() ? await inTransaction(strapi, read) : await read();
  return (found as MembershipPlace | undefined) ?? null;
};

/** Held until the transaction ends; null when it is gone. Its partners are locked before it is. */
export const lockMembership = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  { id, ...partners }: MembershipPlace
): Promise<MembershipRow | null> => {
  await lockPartners(strapi, trx, partners);
  const locked = (await inTable(strapi, ACCOUNT_MEMBERSHIPS_TABLE, trx)
    .where('id', id)
    .forUpdate()
    .first('*')) as unknown;
  return (locked as MembershipRow | undefined) ?? null;
};

export const readMemberships = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  ids: number[]
): Promise<MembershipRow[]> =>
  (await inTable(strapi, ACCOUNT_MEMBERSHIPS_TABLE, trx)
    .whereIn('id', ids)
    .orderBy('id')) as unknown as MembershipRow[];

/**
 * The account stays while this transaction lasts, and the contact's memberships are written by nobody
 * else. Accounts before contacts, as everybody locks them. Answers with what is there of the two.
 */
export const lockPartners = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  { accountId, contactId }: Partners
): Promise<{ account: boolean; contact: boolean }> => {
  const account = await inTable(strapi, ACCOUNTS_TABLE, trx)
    .where('id', accountId)
    .forShare()
    .first('id');
  const contact = await inTable(strapi, CONTACTS_TABLE, trx)
    .where('id', contactId)
    .forUpdate()
    .first('id');
  return { account: Boolean(account), contact: Boolean(contact) };
};

/** Whoever writes memberships locks their contacts. Answers with those that are still there. */
export const lockContacts = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  contactIds: number[]
): Promise<number[]> => {
  const locked: unknown[] = await inTable(strapi, CONTACTS_TABLE, trx)
    .whereIn('id', contactIds)
    .orderBy('id')
    .forUpdate()
    .pluck('id');
  return locked.map(Number);
};

export const toRef = (row: MembershipRow): MembershipRef => ({
  membershipId: row.id,
  documentId: row.document_id,
  accountId: row.account_id,
  contactId: row.contact_id,
});
