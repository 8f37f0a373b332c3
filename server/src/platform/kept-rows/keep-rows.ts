/** Copies the rows that hang on documents which are about to be deleted, in portions. */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { inBatches } from '../batches';
import { KEPT_ROWS_TABLE } from '../bulk/tables';
import { inTable } from '../sql/table';
import { columnTypes, encodeRows, selectExactly, type Row } from './row-json';

export interface KeepRequest {
  batchId: string;
  table: string;
  /** Says whose a row is. */
  column: string;
  /** Values of that column → document id. */
  documentIds: Map<string, string>;
  where?: Record<string, unknown>;
}

const ROWS_PER_PAGE = 1_000;
/** So that one kept row stays far below what MariaDB takes in one packet. */
const ROWS_PER_PORTION = 100;
const PORTIONS_PER_INSERT = 100;

export const keepRows = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  request: KeepRequest
): Promise<void> => {
  const { table, column, documentIds, where = {} } = request;
  const types = await columnTypes(strapi, trx, table);
  const paged = types.has('id');
  const rows = () =>
    inTable(strapi, table, trx)
      .whereIn(column, [...documentIds.keys()])
      .where(where)
      .select(selectExactly(strapi, table, types));
  let after = 0;
  for (;;) {
    const page = (await (paged
      ? rows().where(`${table}.id`, '>', after).orderBy(`${table}.id`).limit(ROWS_PER_PAGE)
      : rows())) as unknown as Row[];
    await insertPortions(strapi, trx, request, page);
    if (!paged || page.length < ROWS_PER_PAGE) return;
    after = Number(page.at(-1)?.id);
  }
};

const insertPortions = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  { batchId, table, column, documentIds }: KeepRequest,
  rows: Row[]
) => {
  const byDocument = new Map<string, Row[]>();
  for (const row of rows) {
    const documentId = documentIds.get(String(row[column]));
    if (!documentId) continue;
    const own = byDocument.get(documentId) ?? [];
    byDocument.set(documentId, own);
    own.push(row);
  }
  const portions = [...byDocument].flatMap(([documentId, own]) =>
    inBatches(own, ROWS_PER_PORTION).map((some) => ({
      batch_id: batchId,
      document_id: documentId,
      source_table: table,
      content: encodeRows(some),
    }))
  );
  for (const some of inBatches(portions, PORTIONS_PER_INSERT)) {
    await inTable(strapi, KEPT_ROWS_TABLE, trx).insert(some);
  }
};
