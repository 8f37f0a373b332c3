/** Gives many contacts to one owner, in a fixed number of statements. */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { adminNames } from '../../platform/admin-names';
import { inBatches } from '../../platform/batches';
import { events } from '../../platform/plugin';
import { queueContacts } from '../../platform/recalculation/queue';
import { inTable } from '../../platform/sql/table';
import { CONTACTS_TABLE, type ContactRef } from './contract';

export interface OwnerMove {
  contactIds: number[];
  /** An admin user's id; null takes the owner away. */
  to: number | null;
  /** Contacts of any other owner are left alone. */
  onlyFrom?: number | null;
}

export interface OwnerChange extends ContactRef {
  from: number | null;
  to: number | null;
}

const IDS_PER_STATEMENT = 1_000;

/**
 * Contacts that have this owner already are left alone; answers with those that moved, or with null
 * when there is no such user. The caller announces after its commit.
 */
export const changeOwner = async (
  strapi: Core.Strapi,
  move: OwnerMove,
  trx: Knex.Transaction
): Promise<OwnerChange[] | null> => {
  const { to } = move;
  if (to !== null && !(await inTable(strapi, 'admin_users', trx).where('id', to).first('id'))) {
    return null;
  }
  const changes: OwnerChange[] = [];
  for (const ids of inBatches(move.contactIds, IDS_PER_STATEMENT)) {
    const moved = await affected(strapi, trx, { ...move, contactIds: ids });
    changes.push(...moved);
    if (moved.length === 0) continue;
    const movedIds = moved.map(({ contactId }) => contactId);
    await inTable(strapi, CONTACTS_TABLE, trx)
      .whereIn('id', movedIds)
      .update({ owner_id: to, updated_at: new Date() });
    await queueContacts(strapi, trx, movedIds, { fields: ['owner'] });
  }
  return changes;
};

/** Locked, so that what is said to be `from` is what was replaced. */
const affected = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  { contactIds, to, onlyFrom }: OwnerMove
): Promise<OwnerChange[]> => {
  const query = inTable(strapi, CONTACTS_TABLE, trx)
    .whereIn('id', contactIds)
    .orderBy('id')
    .forUpdate()
    .select({ contactId: 'id', documentId: 'document_id', from: 'owner_id' });
  if (to === null) void query.whereNotNull('owner_id');
  else void query.whereRaw('(owner_id is null or owner_id <> ?)', [to]);
  if (onlyFrom !== undefined) void query.where({ owner_id: onlyFrom });
  const rows = (await query) as unknown as Omit<OwnerChange, 'to'>[];
  return rows.map((row) => ({ ...row, to }));
};

export const announceOwners = async (strapi: Core.Strapi, changes: OwnerChange[]) => {
  if (changes.length === 0) return;
  await events(strapi).emit(
    'contact.changed',
    changes.map(({ contactId, documentId }) => ({ contactId, documentId, fields: ['owner'] }))
  );
};

/** Null when there is no such admin user. */
export const ownerName = async (strapi: Core.Strapi, id: number): Promise<string | null> =>
  (await adminNames(strapi, [id])).get(id) ?? null;
