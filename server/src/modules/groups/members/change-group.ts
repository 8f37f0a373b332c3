/**
 * Every change of a group's members runs like this: the group's row is locked, its size and its history
 * follow, and who came and who went is announced after the commit. One group at a time, so that nobody
 * holds two and waits for a third.
 */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { inBatches } from '../../../platform/batches';
import { events } from '../../../platform/plugin';
import { retryConflicts } from '../../../platform/retry-conflicts';
import { commitThenAnnounce } from '../../../platform/transaction';
import type { GroupRef, MembersChanged } from '../contract';
import { lockGroup, noGroup } from '../group-row';
import type { Why } from '../history/because';
import { recordMoves, type Moved } from '../history/record-moves';
import { adjustSize, readSize } from './group-size';

/** `work` may run several times, each time from the start. Throws NotFoundError when the group is gone. */
export const changeGroup = (
  strapi: Core.Strapi,
  group: GroupRef,
  why: Why,
  work: (trx: Knex.Transaction) => Promise<Moved>
): Promise<MembersChanged> =>
  retryConflicts(strapi, () =>
    commitThenAnnounce(strapi, async (trx) => {
      if (!(await lockGroup(strapi, trx, { id: group.groupId }))) throw noGroup();
      const moved = await work(trx);
      await countMoved(strapi, trx, group, { ...moved, why });
      const size = await readSize(strapi, trx, group.groupId);
      return {
        result: { added: moved.added.length, removed: moved.removed.length, size },
        announce: () => announceMoved(strapi, group, moved),
      };
    })
  );

/** After the rows of a locked group were written, in the same transaction. */
export const countMoved = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  group: GroupRef,
  moved: Moved & { why: Why }
): Promise<void> => {
  const { added, removed } = moved;
  if (added.length + removed.length === 0) return;
  await adjustSize(strapi, trx, group.groupId, added.length - removed.length);
  await recordMoves(strapi, trx, group, moved);
};

/** After the commit. */
export const announceMoved = async (
  strapi: Core.Strapi,
  group: GroupRef,
  { added, removed }: Moved
): Promise<void> => {
  await announce(strapi, 'group.member-added', group, added);
  await announce(strapi, 'group.member-removed', group, removed);
};

const CONTACTS_PER_EVENT = 1_000;

const announce = async (
  strapi: Core.Strapi,
  name: 'group.member-added' | 'group.member-removed',
  group: GroupRef,
  contacts: number[]
): Promise<void> => {
  for (const contactIds of inBatches(contacts, CONTACTS_PER_EVENT)) {
    await events(strapi).emit(name, { ...group, contactIds });
  }
};
