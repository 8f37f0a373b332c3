/** Undoing a bulk change of one value: rows that still have the batch's value get their old one. */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { inTable } from '../sql/table';
import type { Change, Skipped } from './bulk-action';

interface Move<Value> {
  ids: number[];
  /** Only rows with this value. */
  from: Value;
  to: Value;
}

interface PutBack<Value, Moved> {
  table: string;
  changes: Change[];
  /** Answers with those that moved; null when what the rows had before is gone. */
  move: (move: Move<Value>) => Promise<Moved[] | null>;
}

interface HasDocumentId {
  documentId: string;
}

export const putBackValues = async <Value, Moved extends HasDocumentId>(
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  { table, changes, move }: PutBack<Value, Moved>
): Promise<{ moved: Moved[]; restored: string[]; skipped: Skipped[] }> => {
  const ids = await rowIdsOf(strapi, trx, table, changes);
  const moved: Moved[] = [];
  const skipped: Skipped[] = [];
  for (const group of groupsOf<Value>(changes)) {
    const present = group.documentIds.filter((documentId) => ids.has(documentId));
    const back = await move({
      ids: present.flatMap((documentId) => ids.get(documentId) ?? []),
      from: group.after,
      to: group.before,
    });
    moved.push(...(back ?? []));
    const done = new Set(back?.map(({ documentId }) => documentId));
    for (const documentId of group.documentIds) {
      if (done.has(documentId)) continue;
      const isGone = back === null || !ids.has(documentId);
      skipped.push({ documentId, reason: isGone ? 'gone' : 'changed' });
    }
  }
  return { moved, restored: moved.map(({ documentId }) => documentId), skipped };
};

const rowIdsOf = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  table: string,
  changes: Change[]
): Promise<Map<string, number>> => {
  const rows = (await inTable(strapi, table, trx)
    .whereIn(
      'document_id',
      changes.map(({ documentId }) => documentId)
    )
    .select('id', 'document_id')) as unknown as { id: number; document_id: string }[];
  return new Map(rows.map(({ id, document_id }) => [document_id, id]));
};

interface Group<Value> {
  before: Value;
  after: Value;
  documentIds: string[];
}

/** As many as there were different values before. */
const groupsOf = <Value>(changes: Change[]): Group<Value>[] => {
  const groups = new Map<string, Group<Value>>();
  for (const { documentId, before, after } of changes) {
    const key = JSON.stringify([before, after]);
    const group = groups.get(key) ?? {
      before: before as Value,
      after: after as Value,
      documentIds: [],
    };
    groups.set(key, group);
    group.documentIds.push(documentId);
  }
  return [...groups.values()];
};
