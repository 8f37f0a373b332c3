/** What is kept of every entering and leaving, in the transaction that makes it. */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { inBatches } from '../../../platform/batches';
import { now } from '../../../platform/clock';
import { queueContacts } from '../../../platform/recalculation/queue';
import { bulkSql } from '../../../platform/sql/bulk';
import type { TableShape } from '../../../platform/sql/bulk-sql';
import { insertSelect } from '../../../platform/sql/insert-select';
import { inTable } from '../../../platform/sql/table';
import { GROUP_HISTORY_TABLE, type GroupRef } from '../contract';
import { USES_TABLE } from '../own-tables';
import { DAYS_TABLE } from '../tables';
import { readSize } from '../members/group-size';
import { becauseOf, type Why } from './because';

interface HistoryRow {
  group_id: number;
  contact_id: number;
  entered: boolean;
  way: string;
  because: string;
  at: Date;
}

const shape: TableShape<HistoryRow> = {
  name: GROUP_HISTORY_TABLE,
  columns: {
    group_id: 'bigint',
    contact_id: 'bigint',
    entered: 'boolean',
    way: 'text',
    because: 'text',
    at: 'timestamp',
  },
};

export interface Moved {
  added: number[];
  removed: number[];
  /** The rows of `added` as `x`, where there may be very many: their history is then one statement. */
  rows?: () => Knex.QueryBuilder;
}

const ROWS_PER_INSERT = 2_000;

export const recordMoves = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  group: GroupRef,
  moved: Moved & { why: Why }
): Promise<void> => {
  const { added, removed } = moved;
  await writeHistory(strapi, trx, group, moved);
  await keepDay(strapi, trx, group.groupId, { entered: added.length, left: removed.length });
  await tellUsers(strapi, trx, group, [...added, ...removed]);
};

const writeHistory = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  { groupId }: GroupRef,
  { added, removed, rows, why }: Moved & { why: Why }
): Promise<void> => {
  const at = new Date(now());
  const { way, because } = why;
  const toRow = (entered: boolean) => (contact_id: number) => ({
    ...{ group_id: groupId, contact_id, entered },
    ...{ way, because: becauseOf(why, contact_id), at },
  });
  const isOne = rows !== undefined && typeof because !== 'function';
  const entering = isOne ? [] : added.map(toRow(true));
  if (isOne) {
    const same = [true, way, JSON.stringify(because), at].map((value) => trx.raw('?', [value]));
    await insertSelect(strapi, trx, {
      table: GROUP_HISTORY_TABLE,
      columns: Object.keys(shape.columns),
      rows: rows().select('x.group_id', 'x.contact_id', ...same),
    });
  }
  const sql = await bulkSql(strapi, trx);
  const others = [...entering, ...removed.map(toRow(false))];
  for (const some of inBatches(others, ROWS_PER_INSERT)) await sql.insert(shape, some);
};

const DAY_LENGTH = 'YYYY-MM-DD'.length;

/** After the size was counted. */
export const keepDay = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  groupId: number,
  { entered, left }: { entered: number; left: number }
): Promise<void> => {
  const key = { group_id: groupId, day: new Date(now()).toISOString().slice(0, DAY_LENGTH) };
  const size = await readSize(strapi, trx, groupId);
  const days = () => inTable(strapi, DAYS_TABLE, trx);
  const added = { entered: trx.raw('entered + ?', [entered]) };
  const changed = await days()
    .where(key)
    .update({ ...added, left_count: trx.raw('left_count + ?', [left]), size });
  if (changed === 0) await days().insert({ ...key, entered, left_count: left, size });
};

/** What asks for this group is worked out again. Whoever begins to use it locks it first, so none is missed. */
const tellUsers = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  { name }: GroupRef,
  contactIds: number[]
): Promise<void> => {
  const use = await inTable(strapi, USES_TABLE, trx)
    .where({ used_kind: 'group', used_code: name })
    .first('id');
  if (use) await queueContacts(strapi, trx, contactIds, { groups: [name] });
};
