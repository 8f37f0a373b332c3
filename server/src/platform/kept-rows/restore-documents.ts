/**
 * Puts deleted documents back, under the numbers and document ids they had. One of which another has by
 * now what can be one's alone stays deleted, and what is kept of it stays kept.
 */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { inBatches } from '../batches';
import type { Skipped } from '../bulk/bulk-action';
import { inTable } from '../sql/table';
import { looseKeys, type KeptType } from './keep-documents';
import { linkTablesTo } from './links';
import { keptPortions, putBackRows, type TableRule } from './put-back';
import { stillThere, withoutLostReferences } from './references';
import { columnTypes, decodeRows, type Row } from './row-json';

const ROWS_PER_INSERT = 100;

export interface RestoreRequest {
  batchId: string;
  documentIds: string[];
}

export interface RestoredType extends KeptType {
  /** Columns in which no two documents have one value, besides their numbers. */
  unique: readonly string[];
  /** By table; those without a rule get their rows back as they were. */
  rules: Map<string, TableRule>;
}

export interface RestoredDocument {
  id: number;
  documentId: string;
}

export const restoreDocuments = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  type: RestoredType,
  { batchId, documentIds }: RestoreRequest
): Promise<{ documents: RestoredDocument[]; skipped: Skipped[] }> => {
  const { table } = type;
  const kept = await keptDocuments(strapi, trx, table, { batchId, documentIds });
  const taken = await takenValues(strapi, trx, type, kept);
  const free = kept.filter((row) => !taken(row));
  const rows = await withoutLostReferences(strapi, trx, table, free);
  for (const some of inBatches(rows, ROWS_PER_INSERT)) {
    await inTable(strapi, table, trx).insert(some);
  }
  const documents = rows.map(({ id, document_id }) => ({
    id: Number(id),
    documentId: String(document_id),
  }));
  const restored = documents.map(({ documentId }) => documentId);
  if (restored.length > 0) {
    const rules = new Map([...rulesOfLinks(strapi, type), ...type.rules]);
    const ids = new Set(documents.map(({ id }) => String(id)));
    const without = [table, ...(type.apart ?? [])];
    const request = { batchId, documentIds: restored, ids, rules, without };
    await putBackRows(strapi, trx, request);
  }
  return { documents, skipped: skippedOf(documentIds, kept, restored) };
};

const keptDocuments = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  table: string,
  request: RestoreRequest
): Promise<Row[]> => {
  const types = await columnTypes(strapi, trx, table);
  const portions = await keptPortions(strapi, trx, request).where('source_table', table);
  return portions.flatMap(({ content }) => decodeRows(content, types));
};

/** Says whether another one has what must be this one's alone. */
const takenValues = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  { table, unique }: RestoredType,
  rows: Row[]
): Promise<(row: Row) => boolean> => {
  const columns = ['id', 'document_id', ...unique];
  const taken = new Map<string, Set<unknown>>();
  for (const column of columns) {
    const values = rows.flatMap((row) => (row[column] as string | number | null) ?? []);
    const found: unknown[] =
      values.length > 0
        ? await inTable(strapi, table, trx).whereIn(column, values).pluck(column)
        : [];
    taken.set(column, new Set(found));
  }
  return (row) => columns.some((column) => taken.get(column)?.has(row[column]));
};

const rulesOfLinks = (strapi: Core.Strapi, type: KeptType): Map<string, TableRule> => {
  const rules = new Map<string, TableRule>();
  for (const { table, column } of looseKeys(strapi, type)) {
    rules.set(table, { pointers: [...(rules.get(table)?.pointers ?? []), column] });
  }
  for (const { table, other } of linkTablesTo(strapi, type.uid)) {
    const admit: TableRule['admit'] = async (trx, rows) => {
      const there = await stillThere(strapi, trx, rows, other);
      return rows.filter((row) => there.has(String(row[other.column])));
    };
    rules.set(table, { admit });
  }
  return rules;
};

const skippedOf = (documentIds: string[], kept: Row[], restored: string[]): Skipped[] => {
  const known = new Set(kept.map(({ document_id }) => document_id));
  const done = new Set(restored);
  return documentIds
    .filter((documentId) => !done.has(documentId))
    .map((documentId) => ({ documentId, reason: known.has(documentId) ? 'taken' : 'gone' }));
};
