/**
 * Entries of one content type, created and changed by a few statements in the caller's transaction. Runs
 * the lifecycle hooks of each one, as Strapi's query engine does; its own checks are left out, so it
 * takes plain values only (plain-values.ts).
 */
import type { Core, UID } from '@strapi/strapi';
import type { Knex } from 'knex';
import { newDocumentId } from './document-id';
import { readEntries, withoutRelations, type Entry, type EntryEvent } from './entry-events';
import { plainTable, type PlainRow } from './plain-table';
import type { PlainValues } from './plain-values';
import { bulkSql } from './sql/bulk';
import type { TogetherWrite } from './writes-together';

export interface EntryWrite extends Pick<TogetherWrite, 'action' | 'data' | 'at'> {
  /** Of the row that is changed. */
  id?: number;
}

export interface StoredEntry {
  at: number;
  id: number;
  event: EntryEvent;
  /** What was written, with what hooks made of it. */
  data: Record<string, unknown>;
  /** With what it points at. */
  entry: Entry;
  /** As the document service answers with it. */
  answer: Entry;
}

interface Storing {
  strapi: Core.Strapi;
  trx: Knex.Transaction;
  uid: UID.ContentType;
  plain: PlainValues;
}

/** Without those whose data is not plain: they are not written. */
export const storeEntries = async (
  storing: Storing,
  writes: EntryWrite[]
): Promise<StoredEntry[]> => {
  const prepared: Prepared[] = [];
  for (const write of writes) {
    const ready = isPlain(storing, write) && (await prepare(storing, write));
    if (ready) prepared.push(ready);
  }
  const ids = new Map<Prepared, number>([
    ...(await insertNew(
      storing,
      prepared.filter(({ write }) => write.action === 'create')
    )),
    ...(await changeRows(
      storing,
      prepared.filter(({ write }) => write.action === 'update')
    )),
  ]);
  return finish(storing, prepared, ids);
};

interface Prepared {
  write: EntryWrite;
  params: { where?: { id?: number }; data: Record<string, unknown> };
  states: unknown;
}

/** Strapi sets these itself. */
const BOOKKEEPING: ReadonlySet<string> = new Set([
  'documentId',
  'createdAt',
  'updatedAt',
  'publishedAt',
]);

const isPlain = ({ plain }: Storing, { action, data }: Pick<EntryWrite, 'action' | 'data'>) =>
  plain.takes(data, action, BOOKKEEPING);

const hooks = {
  create: ['beforeCreate', 'afterCreate'],
  update: ['beforeUpdate', 'afterUpdate'],
} as const;

const prepare = async (storing: Storing, write: EntryWrite): Promise<Prepared | null> => {
  const { strapi, uid } = storing;
  const params = {
    ...(write.action === 'update' ? { where: { id: write.id } } : {}),
    data: {
      ...(write.action === 'create' ? storing.plain.defaults() : {}),
      ...said(write.data),
      publishedAt: new Date(),
      ...(write.action === 'create' ? { documentId: newDocumentId() } : {}),
    },
  };
  const states: unknown = await strapi.db.lifecycles.run(hooks[write.action][0], uid, { params });
  return isPlain(storing, { ...write, data: params.data }) ? { write, params, states } : null;
};

/** A value that is undefined gives way to the default. */
const said = (data: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined));

const insertNew = async (
  { strapi, trx, uid }: Storing,
  prepared: Prepared[]
): Promise<[Prepared, number][]> => {
  if (prepared.length === 0) return [];
  const table = plainTable(strapi, uid);
  const sql = await bulkSql(strapi, trx);
  const inserted = await sql.insert(
    table.shape,
    prepared.map(({ params }) => table.toRow(params.data)),
    { returning: ['id', 'document_id'] }
  );
  const ids = new Map(inserted.map(({ id, document_id }) => [document_id, Number(id)]));
  return prepared.map((one) => [one, ids.get(String(one.params.data.documentId)) ?? 0]);
};

/** One statement for all that change the same columns. */
const changeRows = async (
  { strapi, trx, uid }: Storing,
  prepared: Prepared[]
): Promise<[Prepared, number][]> => {
  const { shape, toRow } = plainTable(strapi, uid);
  const alike = new Map<string, PlainRow[]>();
  for (const { write, params } of prepared) {
    const row = toRow(params.data);
    const columns = Object.keys(row).sort().join();
    alike.set(columns, [...(alike.get(columns) ?? []), { ...row, id: Number(write.id) }]);
  }
  const sql = await bulkSql(strapi, trx);
  for (const [columns, rows] of alike) {
    const set = Object.fromEntries(
      columns.split(',').map((column) => [column, 'replace' as const])
    );
    await sql.update({ ...shape, columns: { ...shape.columns, id: 'bigint' } }, 'id', set, rows);
  }
  return prepared.map((one) => [one, Number(one.write.id)]);
};

const events = { create: 'entry.create', update: 'entry.update' } as const;

const finish = async (
  { strapi, uid }: Storing,
  prepared: Prepared[],
  ids: Map<Prepared, number>
): Promise<StoredEntry[]> => {
  const numbers = prepared.map((one) => ids.get(one) ?? 0);
  const entries = await readEntries(strapi, uid, numbers);
  const answers = withoutRelations(strapi, uid, entries);
  const stored: StoredEntry[] = [];
  for (const [at, { write, params, states }] of prepared.entries()) {
    const [entry, answer] = [entries[at], answers[at]];
    if (!entry || !answer) throw new Error(`An entry of ${uid} was not there after it was written`);
    await strapi.db.lifecycles.run(
      hooks[write.action][1],
      uid,
      { params, result: answer },
      states as never
    );
    const { id } = entry;
    stored.push({
      at: write.at,
      id,
      event: events[write.action],
      data: params.data,
      entry,
      answer,
    });
  }
  return stored;
};
