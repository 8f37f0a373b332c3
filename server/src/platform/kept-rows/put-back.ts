/** Inserts kept rows again under the numbers they had, in the order in which they were kept. */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { inBatches } from '../batches';
import { KEPT_ROWS_TABLE } from '../bulk/tables';
import { inTable } from '../sql/table';
import { withoutLostReferences } from './references';
import { columnTypes, decodeRows, type Row } from './row-json';

/** What to do with a table's rows beyond inserting them. */
export interface TableRule {
  /** The rows are still there without these columns' values, and get them back together. */
  emptied?: readonly string[];
  /** The same for columns that point at what is restored, each by itself. */
  pointers?: readonly string[];
  /** Which rows may come back. */
  admit?: (trx: Knex.Transaction, rows: Row[]) => Promise<Row[]>;
}

export interface PutBackRequest {
  batchId: string;
  documentIds: string[];
  /** Their row numbers. */
  ids: ReadonlySet<string>;
  /** By table; those without a rule are inserted as they are. */
  rules: Map<string, TableRule>;
  /** Put back already, or elsewhere. */
  without: readonly string[];
}

const PORTIONS_PER_PAGE = 50;
const ROWS_PER_INSERT = 100;

export const putBackRows = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  { batchId, documentIds, ids, rules, without }: PutBackRequest
): Promise<void> => {
  let after = 0;
  for (;;) {
    const portions = await keptPortions(strapi, trx, { batchId, documentIds })
      .whereNotIn('source_table', without)
      .where('id', '>', after)
      .limit(PORTIONS_PER_PAGE);
    const last = portions.at(-1);
    if (!last) return;
    for (const table of new Set(portions.map(({ source_table }) => source_table))) {
      const types = await columnTypes(strapi, trx, table);
      const rows = portions
        .filter(({ source_table }) => source_table === table)
        .flatMap(({ content }) => decodeRows(content, types));
      await putBack(strapi, trx, { table, rows, ids, rule: rules.get(table) ?? {} });
    }
    after = Number(last.id);
  }
};

interface Portion {
  id: number | string;
  source_table: string;
  content: string;
}

export const keptPortions = (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  { batchId, documentIds }: { batchId: string; documentIds: string[] }
): Knex.QueryBuilder<object, Portion[]> =>
  inTable(strapi, KEPT_ROWS_TABLE, trx)
    .where('batch_id', batchId)
    .whereIn('document_id', documentIds)
    .orderBy('id')
    .select('id', 'source_table', 'content') as unknown as Knex.QueryBuilder<object, Portion[]>;

interface TableRows {
  table: string;
  rows: Row[];
  ids: ReadonlySet<string>;
  rule: TableRule;
}

const putBack = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  { table, rows, ids, rule: { emptied, pointers, admit } }: TableRows
) => {
  if (emptied) return refill(strapi, trx, { table, rows, columns: emptied });
  if (pointers) {
    for (const column of pointers) {
      const pointing = rows.filter((row) => ids.has(String(row[column])));
      await refill(strapi, trx, { table, rows: pointing, columns: [column] });
    }
    return;
  }
  for (const some of inBatches(rows, ROWS_PER_INSERT)) {
    const admitted = admit ? await admit(trx, some) : some;
    if (admitted.length === 0) continue;
    // A browser that came back meanwhile is somebody else's now, and stays theirs.
    const whole = await withoutLostReferences(strapi, trx, table, admitted);
    await inTable(strapi, table, trx).insert(whole).onConflict().ignore();
  }
};

/** One statement for all rows that get the same values; those that have others by now keep them. */
const refill = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  { table, rows, columns }: { table: string; rows: Row[]; columns: readonly string[] }
) => {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = JSON.stringify(columns.map((column) => row[column]));
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  for (const group of groups.values()) {
    for (const some of inBatches(group, ROWS_PER_INSERT)) {
      const query = inTable(strapi, table, trx).whereIn(
        'id',
        some.map(({ id }) => id as number)
      );
      for (const column of columns) void query.whereNull(column);
      await query.update(Object.fromEntries(columns.map((column) => [column, some[0]?.[column]])));
    }
  }
};
