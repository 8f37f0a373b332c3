/** Moves many contacts to one state or status, with a history row each, in a fixed number of statements. */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { inBatches } from '../../platform/batches';
import { events } from '../../platform/plugin';
import { queueContacts } from '../../platform/recalculation/queue';
import { commitThenAnnounce } from '../../platform/transaction';
import { inTable } from '../../platform/sql/table';
import {
  CONTACTS_TABLE,
  CONTACT_STATUSES_TABLE,
  type ContactState,
  type StateChange,
  type StatusChange,
} from './contract';
import { recordChanges } from './state-history';

export interface StateMove {
  contactIds: number[];
  to: ContactState;
  by: string;
  why: string;
  /** Contacts in any other state are left alone. */
  onlyFrom?: ContactState[];
}

export interface StatusMove {
  contactIds: number[];
  /** Row number of the status; null takes the status away. */
  to: number | null;
  by: string;
  why: string;
  /** Names of statuses; contacts with any other are left alone. */
  onlyFrom?: (string | null)[];
  /** The same by its row number, which a new name does not change. */
  replaces?: number;
}

/** Ids that one statement takes: SQLite allows 32,766 bound values, some drivers fewer. */
const IDS_PER_STATEMENT = 1_000;

/**
 * Contacts that are there already are left alone; answers with those that moved. In a transaction of
 * the caller's, the caller emits `contact.state-changed` after its commit; otherwise this does.
 */
export const changeState = async (
  strapi: Core.Strapi,
  move: StateMove,
  trx?: Knex.Transaction
): Promise<StateChange[]> => {
  if (trx) return moveStates(strapi, trx, move);
  return commitThenAnnounce(strapi, async (own) => {
    const changes = await moveStates(strapi, own, move);
    return { result: changes, announce: () => announceStates(strapi, changes) };
  });
};

/** As `changeState`, with `contact.status-changed`. */
export const changeStatus = async (
  strapi: Core.Strapi,
  move: StatusMove,
  trx?: Knex.Transaction
): Promise<StatusChange[]> => {
  if (trx) return moveStatuses(strapi, trx, move);
  return commitThenAnnounce(strapi, async (own) => {
    const changes = await moveStatuses(strapi, own, move);
    return { result: changes, announce: () => announceStatuses(strapi, changes) };
  });
};

export const announceStates = async (strapi: Core.Strapi, changes: StateChange[]) => {
  if (changes.length > 0) await events(strapi).emit('contact.state-changed', changes);
};

export const announceStatuses = async (strapi: Core.Strapi, changes: StatusChange[]) => {
  if (changes.length > 0) await events(strapi).emit('contact.status-changed', changes);
};

interface Affected<Value> {
  id: number;
  document_id: string;
  from: Value | null;
}

const moveStates = async (strapi: Core.Strapi, trx: Knex.Transaction, move: StateMove) => {
  const { to, onlyFrom } = move;
  const changes: StateChange[] = [];
  for (const ids of inBatches(move.contactIds, IDS_PER_STATEMENT)) {
    const query = affected(strapi, trx, ids, 'state').whereNot('state', to);
    if (onlyFrom) void query.whereIn('state', onlyFrom);
    const rows = (await query) as unknown as Affected<ContactState>[];
    changes.push(...rows.map((row) => toChange(row, to, move)));
    await write(strapi, trx, rows, { state: to });
  }
  await recordChanges(strapi, trx, 'state', changes);
  await queueContacts(strapi, trx, idsOf(changes), { fields: ['state'] });
  return changes;
};

const moveStatuses = async (strapi: Core.Strapi, trx: Knex.Transaction, move: StatusMove) => {
  const names = await statusNames(strapi, trx);
  const nameOf = (id: number | null) => (id === null ? null : (names.get(id) ?? null));
  const changes: StatusChange[] = [];
  for (const ids of inBatches(move.contactIds, IDS_PER_STATEMENT)) {
    const query = affected(strapi, trx, ids, 'status_id');
    if (move.to === null) void query.whereNotNull('status_id');
    else void query.whereRaw('(status_id is null or status_id <> ?)', [move.to]);
    const rows = (await query) as unknown as Affected<number>[];
    const named = rows
      // By the database, MariaDB would lock rows in another order than everybody else.
      .filter(({ from }) => move.replaces === undefined || move.replaces === from)
      .map((row) => ({ ...row, from: nameOf(row.from) }))
      .filter(({ from }) => !move.onlyFrom || move.onlyFrom.includes(from));
    changes.push(...named.map((row) => toChange(row, nameOf(move.to), move)));
    await write(strapi, trx, named, { status_id: move.to });
  }
  await recordChanges(strapi, trx, 'status', changes);
  await queueContacts(strapi, trx, idsOf(changes), { fields: ['status'] });
  return changes;
};

const idsOf = (changes: { contactId: number }[]) => changes.map(({ contactId }) => contactId);

/** Locked, so that what is recorded as `from` is what was replaced. */
const affected = (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  ids: number[],
  column: 'state' | 'status_id'
) =>
  inTable(strapi, CONTACTS_TABLE, trx)
    .whereIn('id', ids)
    .orderBy('id')
    .forUpdate()
    .select('id', 'document_id', { from: column });

const write = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  rows: { id: number }[],
  values: Record<string, unknown>
) => {
  if (rows.length === 0) return;
  await inTable(strapi, CONTACTS_TABLE, trx)
    .whereIn(
      'id',
      rows.map(({ id }) => id)
    )
    .update({ ...values, updated_at: new Date() });
};

const toChange = <Value>(
  { id, document_id, from }: Affected<Value>,
  to: Value | null,
  { by, why }: { by: string; why: string }
) => ({ contactId: id, documentId: document_id, from, to, by, why, at: new Date() });

/** Names of all statuses by row number; there are only ever a few. */
export const statusNames = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction
): Promise<Map<number, string>> => {
  const rows = (await inTable(strapi, CONTACT_STATUSES_TABLE, trx).select(
    'id',
    'name'
  )) as unknown as { id: number; name: string }[];
  return new Map(rows.map(({ id, name }) => [id, name]));
};
