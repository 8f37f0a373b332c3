import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { inTable } from '../../platform/sql/table';
import {
  GROUP_ACCOUNTS_TABLE,
  GROUP_HISTORY_TABLE,
  GROUP_MEMBERS_TABLE,
  type GroupRef,
} from './contract';
import { MOVES_TABLE, TOUCHED_TABLE } from './own-tables';
import { DAYS_TABLE, UPKEEP_TABLE } from './tables';
import { forgetUses } from './uses';

const TABLES = [
  ...[GROUP_MEMBERS_TABLE, GROUP_ACCOUNTS_TABLE, GROUP_HISTORY_TABLE, DAYS_TABLE],
  ...[MOVES_TABLE, TOUCHED_TABLE, UPKEEP_TABLE],
];

/** Everything that hangs on a locked group. */
export const dropGroupRows = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  { groupId, name }: GroupRef
): Promise<void> => {
  for (const table of TABLES) {
    await inTable(strapi, table, trx).where('group_id', groupId).delete();
  }
  await forgetUses(strapi, trx, { kind: 'group', code: name });
};
