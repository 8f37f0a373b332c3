/** Finding one account by what identifies it, and the accounts of a contact. */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { isCleanText } from '../../platform/clean-text';
import { inTable } from '../../platform/sql/table';
import { ACCOUNT_MEMBERSHIPS_TABLE, ACCOUNTS_TABLE, type MembershipRef } from './contract';
import { isCurrent, isMain } from './membership-dates';
import { toRef, type MembershipRow } from './membership-row';

export interface FoundAccount {
  id: number;
  documentId: string;
  name: string;
  /** Row number. */
  parentId: number | null;
}

export const findByDocumentId = (strapi: Core.Strapi, documentId: string, trx?: Knex.Transaction) =>
  findBy(strapi, 'document_id', documentId, trx);

export const findByExternalId = (strapi: Core.Strapi, externalId: string, trx?: Knex.Transaction) =>
  findBy(strapi, 'external_id', externalId.trim(), trx);

const findBy = async (
  strapi: Core.Strapi,
  column: 'document_id' | 'external_id',
  value: string,
  trx?: Knex.Transaction
): Promise<FoundAccount | null> => {
  if (!isCleanText(value)) return null;
  const found = (await inTable(strapi, ACCOUNTS_TABLE, trx).where(column, value).first({
    id: 'id',
    documentId: 'document_id',
    name: 'name',
    parentId: 'parent_id',
  })) as unknown;
  return (found as FoundAccount | undefined) ?? null;
};

export interface FoundMembership extends MembershipRef {
  roleId: number | null;
  since: string | null;
  until: string | null;
  current: boolean;
  isPrimary: boolean;
}

/** Of a contact: so many as one person can have, the oldest first. */
export const membershipsOf = async (
  strapi: Core.Strapi,
  contactId: number,
  trx?: Knex.Transaction
): Promise<FoundMembership[]> => {
  const rows = (await inTable(strapi, ACCOUNT_MEMBERSHIPS_TABLE, trx)
    .where('contact_id', contactId)
    .orderBy('id')) as unknown as MembershipRow[];
  return rows.map((row) => ({
    ...toRef(row),
    roleId: row.role_id,
    since: row.since,
    until: row.until,
    current: isCurrent(row),
    isPrimary: isMain(row, row.is_primary),
  }));
};
