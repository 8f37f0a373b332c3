/** The number of a group's members, kept in its row for lists. */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { inTable } from '../../../platform/sql/table';
import { CONTACT_GROUPS_TABLE, GROUP_MEMBERS_TABLE } from '../contract';

export const countAgain = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  groupIds: number[]
): Promise<void> => {
  if (groupIds.length === 0) return;
  const schema = strapi.db.getSchemaName();
  const name = (table: string) => (schema ? `${schema}.${table}` : table);
  const size = strapi.db.connection.raw(
    '(select count(*) from ?? as members where members.group_id = ??.id and members.excluded = ?)',
    [name(GROUP_MEMBERS_TABLE), name(CONTACT_GROUPS_TABLE), false]
  );
  await inTable(strapi, CONTACT_GROUPS_TABLE, trx).whereIn('id', groupIds).update({ size });
};

/** Of a locked group, whose members were counted before. */
export const adjustSize = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  groupId: number,
  difference: number
): Promise<void> => {
  if (difference === 0) return;
  await inTable(strapi, CONTACT_GROUPS_TABLE, trx)
    .where('id', groupId)
    .update({ size: trx.raw('size + ?', [difference]) });
};

export const readSize = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  groupId: number
): Promise<number> => {
  const row = await inTable(strapi, CONTACT_GROUPS_TABLE, trx).where('id', groupId).first('size');
  return Number(row?.size ?? 0);
};
