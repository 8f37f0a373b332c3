/** A group as its table holds it. Whoever changes a group's members locks its row first, before anything else. */
import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { isCleanText } from '../../platform/clean-text';
import { inTable } from '../../platform/sql/table';
import { inTransaction } from '../../platform/transaction';
import { CONTACT_GROUPS_TABLE, type GroupRef } from './contract';

const REF = { groupId: 'id', documentId: 'document_id', name: 'name' } as const;

/**
 * Joins the transaction that is open, if one is: who guards groups from above is asked in the middle of
 * a write. Otherwise read before one begins: on MariaDB one that has read goes on seeing that moment.
 */
export const findGroup = async (
  strapi: Core.Strapi,
  column: 'document_id' | 'name',
  value: string
): Promise<GroupRef | null> => {
  if (!isCleanText(value)) return null;
  const read = async (trx?: Knex.Transaction): Promise<unknown> =>
    inTable(strapi, CONTACT_GROUPS_TABLE, trx).where(column, value).first(REF);
  const found = strapi.db.inTransaction() ? await inTransaction(strapi, read) : await read();
  return (found as GroupRef | undefined) ?? null;
};

/** Throws NotFoundError. */
export const foundGroup = async (strapi: Core.Strapi, documentId: string): Promise<GroupRef> => {
  const group = await findGroup(strapi, 'document_id', documentId);
  if (!group) throw noGroup();
  return group;
};

/** Until the transaction ends; null when it is gone. */
export const lockGroup = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  which: { id: number } | { document_id: string }
): Promise<GroupRef | null> => {
  const row = (await inTable(strapi, CONTACT_GROUPS_TABLE, trx)
    .where(which)
    .forUpdate()
    .first(REF)) as unknown;
  return (row as GroupRef | undefined) ?? null;
};

export const noGroup = () => new errors.NotFoundError('There is no such group');
