/** Contacts put in a group by hand, taken out of it, and kept out of it. */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { inTable } from '../../../platform/sql/table';
import { GROUP_MEMBERS_TABLE } from '../contract';
import { putRows, rowsOf, takeWay, withoutRow } from './member-rows';
import type { Moved } from '../history/record-moves';

export type ByHand = (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  groupId: number,
  contactIds: number[]
) => Promise<Moved>;

/** Who is excluded stays so; the way is remembered for when that is taken back. */
export const join: ByHand = async (strapi, trx, groupId, ids) => {
  if (ids.length === 0) return NOBODY;
  const added = await withoutRow(strapi, trx, groupId, { ids });
  await putRows(strapi, trx, { groupId, ids, change: { by_hand: true } });
  return { added, removed: [] };
};

/** Who is a member in another way as well stays one. */
export const leave: ByHand = async (strapi, trx, groupId, ids) => {
  if (ids.length === 0) return NOBODY;
  const removed = await takeWay(strapi, trx, 'by_hand', () => rowsOf(strapi, groupId, ids));
  return { added: [], removed };
};

/** Also contacts that are in the group in no way yet: they will not be. */
export const exclude: ByHand = async (strapi, trx, groupId, ids) => {
  if (ids.length === 0) return NOBODY;
  const removed: unknown[] = await rowsOf(strapi, groupId, ids, trx)
    .where('x.excluded', false)
    .pluck('x.contact_id');
  await putRows(strapi, trx, { groupId, ids, change: { excluded: true } });
  return { added: [], removed: removed.map(Number) };
};

/** Of these contacts those that are in by hand, also while they are excluded. */
export const heldByHand = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  groupId: number,
  ids: number[]
): Promise<Set<number>> => {
  const held: unknown[] = await rowsOf(strapi, groupId, ids, trx)
    .where('x.by_hand', true)
    .pluck('x.contact_id');
  return new Set(held.map(Number));
};

/** Takes an exclusion back: who is a member in any way is in again. */
export const takeBack: ByHand = async (strapi, trx, groupId, ids) => {
  if (ids.length === 0) return NOBODY;
  const excluded = () =>
    inTable(strapi, GROUP_MEMBERS_TABLE, trx)
      .where({ group_id: groupId, excluded: true })
      .whereIn('contact_id', ids);
  await excluded().where({ by_condition: false, by_account: false, by_hand: false }).delete();
  const added: unknown[] = await excluded().pluck('contact_id');
  await excluded().update({ excluded: false });
  return { added: added.map(Number), removed: [] };
};

const NOBODY: Moved = { added: [], removed: [] };
