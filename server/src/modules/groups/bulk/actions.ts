/** Many contacts put in a group by hand, or taken out of it; who is in by an account stays in by it. */
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Knex } from 'knex';
import type { BulkAction, BulkItem, Change } from '../../../platform/bulk/bulk-action';
import { inTable } from '../../../platform/sql/table';
import { CONTACTS, CONTACTS_TABLE } from '../../contacts';
import type { GroupRef } from '../contract';
import { lockGroup } from '../group-row';
import { readGroup } from '../list/list-groups';
import { heldByHand, join, leave, type ByHand } from '../members/by-hand';
import { byHand } from '../history/by-hand';
import { announceMoved, countMoved } from '../members/change-group';

interface Way {
  action: string;
  apply: ByHand;
  undo: ByHand;
  /** What is kept of a contact: the group that it is in by hand, before and after. */
  kept: (group: string) => Pick<Change, 'before' | 'after'>;
}

/** The value is a group's document id. */
const groupAction = ({ action, apply, undo, kept }: Way): BulkAction<string> => ({
  subject: CONTACTS,
  action,
  permission: ['groups.write', 'contacts.read'],
  readPermission: 'groups.read',

  async parse(strapi, value) {
    const group = typeof value === 'string' ? await readGroup(strapi, value) : null;
    if (!group) throw new errors.ValidationError('There is no such group');
    return { value: group.documentId, label: group.displayName };
  },

  async apply(strapi, trx, { items, value }) {
    const group = await lockGroup(strapi, trx, { document_id: value });
    if (!group) throw new errors.ValidationError('There is no such group any more');
    const before = await heldByHand(strapi, trx, group.groupId, idsOf(items));
    const announce = await move(strapi, trx, { group, items, how: apply });
    const after = await heldByHand(strapi, trx, group.groupId, idsOf(items));
    const changes = items
      .filter(({ id }) => before.has(id) !== after.has(id))
      .map(({ documentId }) => ({ documentId, ...kept(value) }));
    return { changes, announce };
  },

  async undo(strapi, trx, { changes }) {
    const group = await lockGroup(strapi, trx, { document_id: groupOf(changes) });
    const there = group ? await contactsOf(strapi, trx, changes) : [];
    if (!group) return { restored: [], skipped: toSkipped(changes, []), announce: nothing };
    const held = await heldByHand(strapi, trx, group.groupId, idsOf(there));
    const isIn = changes.some(({ after }) => after !== null);
    const items = there.filter(({ id }) => held.has(id) === isIn);
    const restored = items.map(({ documentId }) => documentId);
    const left = changes.filter(({ documentId }) => !restored.includes(documentId));
    const announce = await move(strapi, trx, { group, items, how: undo });
    return { restored, skipped: toSkipped(left, there), announce };
  },
});

const nothing = () => Promise.resolve();
const idsOf = (items: BulkItem[]): number[] => items.map(({ id }) => id);

/** All changes of a batch are of one group. */
const groupOf = ([change]: Change[]): string => String(change?.after ?? change?.before);

const toSkipped = (changes: Change[], there: BulkItem[]) => {
  const known = new Set(there.map(({ documentId }) => documentId));
  return changes.map(({ documentId }) => ({
    documentId,
    reason: known.has(documentId) ? ('changed' as const) : ('gone' as const),
  }));
};

const contactsOf = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  changes: Change[]
): Promise<BulkItem[]> =>
  (await inTable(strapi, CONTACTS_TABLE, trx)
    .whereIn(
      'document_id',
      changes.map(({ documentId }) => documentId)
    )
    .select({ id: 'id', documentId: 'document_id' })) as unknown as BulkItem[];

interface Move {
  group: GroupRef;
  items: BulkItem[];
  how: ByHand;
}

/** Answers with what is left to do after the commit. */
const move = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  { group, items, how }: Move
): Promise<() => Promise<void>> => {
  const moved = await how(strapi, trx, group.groupId, idsOf(items));
  await countMoved(strapi, trx, group, { ...moved, why: byHand(strapi) });
  return () => announceMoved(strapi, group, moved);
};

export const groupActions: BulkAction[] = [
  groupAction({
    action: 'add-to-group',
    apply: join,
    undo: leave,
    kept: (group) => ({ before: null, after: group }),
  }),
  groupAction({
    action: 'remove-from-group',
    apply: leave,
    undo: join,
    kept: (group) => ({ before: group, after: null }),
  }),
];
