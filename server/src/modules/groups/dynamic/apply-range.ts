/** Brings one range of contacts in line with what a rebuild has found. */
import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { aliased, inTable } from '../../../platform/sql/table';
import type { MembersChanged } from '../contract';
import type { Why } from '../history/because';
import type { Moved } from '../history/record-moves';
import { changeGroup } from '../members/change-group';
import { putRows, rowsOf, takeWay } from '../members/member-rows';
import { MOVES_TABLE, TOUCHED_TABLE } from '../own-tables';
import { isUnderWay, type Rebuild } from './rebuild-steps';

/** Above `from`, up to `to`. */
interface Range {
  from: number;
  to: number;
}

const WHY: Why = { way: 'condition', because: { by: 'rebuild' } };

/** The contact up to which there are `rows` that move; null when there are fewer. */
export const endOfRange = async (
  strapi: Core.Strapi,
  groupId: number,
  from: number,
  rows: number
): Promise<number | null> => {
  const last: { contact_id: number } | undefined = await inTable(strapi, MOVES_TABLE)
    .where('group_id', groupId)
    .where('contact_id', '>', from)
    .orderBy('contact_id')
    .offset(rows - 1)
    .first('contact_id');
  return last?.contact_id ?? null;
};

class Superseded extends Error {}

/** Null when another rebuild of the group has begun, or the group is gone. */
export const applyRange = async (
  strapi: Core.Strapi,
  rebuild: Rebuild,
  range: Range
): Promise<MembersChanged | null> => {
  try {
    return await changeGroup(strapi, rebuild, WHY, async (trx) => {
      if (!(await isUnderWay(strapi, rebuild, trx))) throw new Superseded();
      return applyLocked(strapi, trx, rebuild.groupId, range);
    });
  } catch (error) {
    if (error instanceof Superseded || error instanceof errors.NotFoundError) return null;
    throw error;
  }
};

const applyLocked = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  groupId: number,
  range: Range
): Promise<Moved> => {
  const newest = await newestRow(strapi, trx, groupId);
  const ids = moving(strapi, groupId, range, true).select('m.contact_id');
  await putRows(strapi, trx, { groupId, ids, change: { by_condition: true } });
  const rows = () => members(strapi, trx, groupId).where('x.id', '>', newest);
  const added = (await rows().pluck('x.contact_id')) as number[];
  const leaving = moving(strapi, groupId, range, false).select('m.contact_id');
  const removed = await takeWay(strapi, trx, 'by_condition', () =>
    rowsOf(strapi, groupId, 'all').whereIn('x.contact_id', leaving.clone())
  );
  return { added, removed, rows };
};

const members = (strapi: Core.Strapi, trx: Knex.Transaction, groupId: number): Knex.QueryBuilder =>
  rowsOf(strapi, groupId, 'all', trx).where('x.excluded', false);

/** Of a locked group: whoever comes gets a higher number. */
const newestRow = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  groupId: number
): Promise<number> => {
  const row: { id: number } | undefined = await members(strapi, trx, groupId)
    .orderBy('x.id', 'desc')
    .first('x.id');
  return row?.id ?? 0;
};

/** Who moves, as `m`, and has not been asked again since. */
const moving = (
  strapi: Core.Strapi,
  groupId: number,
  { from, to }: Range,
  entering: boolean
): Knex.QueryBuilder => {
  const moves: Knex.QueryBuilder = aliased(strapi, { m: MOVES_TABLE });
  return moves
    .where({ 'm.group_id': groupId, 'm.entering': entering })
    .where('m.contact_id', '>', from)
    .where('m.contact_id', '<=', to)
    .whereNotExists(
      aliased(strapi, { t: TOUCHED_TABLE })
        .where('t.group_id', groupId)
        .whereRaw('t.contact_id = m.contact_id')
        .select('t.contact_id')
    );
};
