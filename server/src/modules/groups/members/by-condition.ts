/** Whoever a group's condition matches is a member, and leaves when it does not any more. */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { putRows, rowsOf, takeWay, withoutRow } from './member-rows';
import type { Moved } from '../history/record-moves';

export interface Answer {
  /** Who was asked. */
  contactIds: number[];
  matching: ReadonlySet<number>;
}

/** Makes the members by condition among those who were asked what the answer says. The group is locked. */
export const settle = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  groupId: number,
  { contactIds, matching }: Answer
): Promise<Moved> => {
  const held: unknown[] = await rowsOf(strapi, groupId, contactIds, trx)
    .where('x.by_condition', true)
    .pluck('x.contact_id');
  const { coming, going } = differences(contactIds, matching, new Set(held.map(Number)));
  const moved: Moved = { added: [], removed: [] };
  if (coming.length > 0) {
    moved.added = await withoutRow(strapi, trx, groupId, { ids: coming });
    await putRows(strapi, trx, { groupId, ids: coming, change: { by_condition: true } });
  }
  if (going.length > 0) {
    moved.removed = await takeWay(strapi, trx, 'by_condition', () =>
      rowsOf(strapi, groupId, going)
    );
  }
  return moved;
};

export const differences = (
  contactIds: number[],
  matching: ReadonlySet<number>,
  held: ReadonlySet<number>
) => ({
  coming: contactIds.filter((id) => matching.has(id) && !held.has(id)),
  going: contactIds.filter((id) => held.has(id) && !matching.has(id)),
});
