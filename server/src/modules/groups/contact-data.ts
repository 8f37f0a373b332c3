/** What merging, subject access and erasure do with a contact's places in groups. */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { ContactDataOwner, KeptRow, Reassignment } from '../../platform/contact-data';
import { stillThere } from '../../platform/kept-rows/references';
import { aliased, inTable } from '../../platform/sql/table';
import { CONTACT_GROUPS_TABLE, GROUP_HISTORY_TABLE, GROUP_MEMBERS_TABLE } from './contract';
import { MOVES_TABLE, TOUCHED_TABLE } from './own-tables';
import { UPKEEP_TABLE } from './tables';
import { countAgain } from './members/group-size';

interface Row {
  id: number;
  group_id: number;
  by_condition: boolean | number;
  by_account: boolean | number;
  by_hand: boolean | number;
  excluded: boolean | number;
}

const FLAGS = ['by_condition', 'by_account', 'by_hand', 'excluded'] as const;

export const contactData: ContactDataOwner = {
  tables: {
    [GROUP_MEMBERS_TABLE]: 'contact_id',
    [GROUP_HISTORY_TABLE]: 'contact_id',
    [MOVES_TABLE]: 'contact_id',
    [TOUCHED_TABLE]: 'contact_id',
  },

  /** Groups are locked before contacts, and their sizes change. */
  async lock(strapi, trx, contactIds) {
    const ids = await groupsOf(strapi, trx, contactIds);
    if (ids.length === 0) return;
    await inTable(strapi, CONTACT_GROUPS_TABLE, trx)
      .whereIn('id', ids)
      .orderBy('id')
      .forUpdate()
      .select('id');
  },

  /** In a group that both are in, the ways of both are kept, and who was excluded is excluded. */
  async reassign(strapi, trx, { from, into }) {
    const rows = (contactId: number) =>
      inTable(strapi, GROUP_MEMBERS_TABLE, trx).where('contact_id', contactId);
    const theirs = (await rows(from).orderBy('id').forUpdate()) as unknown as Row[];
    const ours = (await rows(into)
      .whereIn('group_id', groupIds(theirs))
      .forUpdate()) as unknown as Row[];
    const shared = new Set(groupIds(ours));
    const doubles = theirs.filter((row) => shared.has(row.group_id));
    const moved = theirs.filter((row) => !shared.has(row.group_id));
    for (const flag of FLAGS) {
      const flagged = groupIds(doubles.filter((row) => row[flag]));
      await rows(into)
        .whereIn('group_id', flagged)
        .update({ [flag]: true });
    }
    await rows(from).whereIn('group_id', groupIds(doubles)).delete();
    await rows(from).update({ contact_id: into });
    await countAgain(strapi, trx, groupIds(doubles));
    await moveHistory(strapi, trx, { from, into });
    await dropFromRebuilds(strapi, trx, [from]);
    return { memberships: moved.map(({ id }) => id), before: ours, doubles };
  },

  async export(strapi, contactId) {
    const groups: unknown[] = await aliased(strapi, { x: GROUP_MEMBERS_TABLE })
      .join({ g: CONTACT_GROUPS_TABLE }, 'g.id', 'x.group_id')
      .where('x.contact_id', contactId)
      .orderBy('x.id')
      .select({
        group: 'g.display_name',
        byCondition: 'x.by_condition',
        byAccount: 'x.by_account',
        byHand: 'x.by_hand',
        excluded: 'x.excluded',
        since: 'x.since',
      });
    return { groups, groupHistory: await exportHistory(strapi, contactId) };
  },

  async erase(strapi, trx, contactIds) {
    const ids = await groupsOf(strapi, trx, contactIds);
    for (const table of [GROUP_MEMBERS_TABLE, GROUP_HISTORY_TABLE]) {
      await inTable(strapi, table, trx).whereIn('contact_id', contactIds).delete();
    }
    await dropFromRebuilds(strapi, trx, contactIds);
    await countAgain(strapi, trx, ids);
  },

  restore: {
    derived: [MOVES_TABLE, TOUCHED_TABLE],
    admit: {
      /** Of groups that are still there. */
      [GROUP_MEMBERS_TABLE]: (strapi, trx, rows) => ofGroupsThere(strapi, trx, rows),
      [GROUP_HISTORY_TABLE]: (strapi, trx, rows) => ofGroupsThere(strapi, trx, rows),
    },
    async finish(strapi, trx, contactIds) {
      await countAgain(strapi, trx, await groupsOf(strapi, trx, contactIds));
    },
  },
};

const ofGroupsThere = async (strapi: Core.Strapi, trx: Knex.Transaction, rows: KeptRow[]) => {
  const group = { column: 'group_id', table: CONTACT_GROUPS_TABLE };
  const there = await stillThere(strapi, trx, rows, group);
  return rows.filter(({ group_id }) => there.has(String(group_id)));
};

const moveHistory = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  { from, into }: Reassignment
): Promise<void> => {
  await inTable(strapi, GROUP_HISTORY_TABLE, trx)
    .where('contact_id', from)
    .update({ contact_id: into });
};

const exportHistory = (strapi: Core.Strapi, contactId: number): Promise<unknown[]> =>
  aliased(strapi, { h: GROUP_HISTORY_TABLE })
    .join({ g: CONTACT_GROUPS_TABLE }, 'g.id', 'h.group_id')
    .where('h.contact_id', contactId)
    .orderBy('h.id')
    .select({ group: 'g.display_name', entered: 'h.entered', way: 'h.way', at: 'h.at' });

/** By the key that begins with the group: there are few rebuilds, of many contacts. */
const dropFromRebuilds = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  contactIds: number[]
): Promise<void> => {
  const groups = (await inTable(strapi, UPKEEP_TABLE, trx)
    .whereNotNull('rebuild_token')
    .pluck('group_id')) as unknown[] as number[];
  if (groups.length === 0) return;
  for (const table of [MOVES_TABLE, TOUCHED_TABLE]) {
    await inTable(strapi, table, trx)
      .whereIn('group_id', groups)
      .whereIn('contact_id', contactIds)
      .delete();
  }
};

const groupIds = (rows: Row[]): number[] => rows.map(({ group_id }) => group_id);

const groupsOf = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  contactIds: number[]
): Promise<number[]> => {
  const ids: unknown[] = await inTable(strapi, GROUP_MEMBERS_TABLE, trx)
    .whereIn('contact_id', contactIds)
    .distinct()
    .pluck('group_id');
  return ids.map(Number);
};
