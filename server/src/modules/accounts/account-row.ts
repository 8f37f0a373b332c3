/** An account as its table holds it. */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { findRows } from '../../platform/find-rows';
import { inTable } from '../../platform/sql/table';
import { ACCOUNT_UID, ACCOUNTS_TABLE, type AccountRef } from './contract';
import type { StoredAccount } from './normalize-account';

export type AccountRow = Record<string, unknown> & {
  id: number;
  document_id: string;
  name: string;
  website: string | null;
  city: string | null;
  country: string | null;
  parent_id: number | null;
  primary_contact_id: number | null;
  secondary_contact_id: number | null;
  /** JSON, as the driver hands it out. */
  custom_fields: unknown;
};

/**
 * Row numbers by document id, read before a transaction begins: on MariaDB one that has read anything
 * goes on seeing what there was at that moment, also after it has waited for a lock.
 */
export const accountIdOf = async (
  strapi: Core.Strapi,
  documentId: string | null
): Promise<number | null> => {
  if (documentId === null) return null;
  const [found] = await findRows<{ id: number }>(strapi, ACCOUNT_UID, {
    where: { documentId },
    select: ['id'],
  });
  return found?.id ?? null;
};

/** Locked until the transaction ends. */
export const lockAccount = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  id: number
): Promise<AccountRow | null> => {
  const locked = (await inTable(strapi, ACCOUNTS_TABLE, trx)
    .where('id', id)
    .forUpdate()
    .first('*')) as unknown;
  return (locked as AccountRow | undefined) ?? null;
};

export const readAccount = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  id: number
): Promise<AccountRow> =>
  (await inTable(strapi, ACCOUNTS_TABLE, trx).where('id', id).first('*')) as unknown as AccountRow;

export const toStored = (row: AccountRow): StoredAccount => ({
  name: row.name,
  website: row.website,
  city: row.city,
  country: row.country,
  primaryContact: row.primary_contact_id,
  secondaryContact: row.secondary_contact_id,
});

export const toRef = ({ id, document_id }: Pick<AccountRow, 'id' | 'document_id'>): AccountRef => ({
  accountId: id,
  documentId: document_id,
});
