/** What is kept about a dynamic group besides its row. */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { inTable } from '../../../platform/sql/table';
import { UPKEEP_TABLE, type UpkeepRow } from '../tables';

export const readUpkeep = async (
  strapi: Core.Strapi,
  groupId: number,
  trx?: Knex.Transaction
): Promise<UpkeepRow | null> => {
  const row = (await inTable(strapi, UPKEEP_TABLE, trx)
    .where('group_id', groupId)
    .first()) as unknown as UpkeepRow | undefined;
  return row ?? null;
};

/** Makes the row where there is none. */
export const writeUpkeep = async (
  strapi: Core.Strapi,
  groupId: number,
  values: Partial<UpkeepRow>,
  trx?: Knex.Transaction
): Promise<void> => {
  await inTable(strapi, UPKEEP_TABLE, trx)
    .insert({ group_id: groupId, ...values })
    .onConflict('group_id')
    .merge(values);
};
