/** Values of removed fields in what bulk deletions keep for an undo. */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { KEPT_ROWS_TABLE } from '../bulk/tables';
import { inTable } from '../sql/table';
import { writeEach } from '../sql/write-each';
import type { FieldEntity } from './entity';
import { readStored, toStored, withoutValues } from './stored-values';

const ROWS_PER_BATCH = 500;

interface KeptRow {
  id: number | string;
  /** A JSON list of the table's rows; see kept-rows/row-json.ts. */
  content: string;
}

/** The next batch after a row number; answers with the last one of it, or null when there is none. */
export const dropKeptValues = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  { table }: FieldEntity,
  { after, gone }: { after: number; gone: ReadonlySet<string> }
): Promise<number | null> => {
  const rows = (await inTable(strapi, KEPT_ROWS_TABLE, trx)
    .where('source_table', table)
    .where('id', '>', after)
    .orderBy('id')
    .limit(ROWS_PER_BATCH)
    .forUpdate()
    .select('id', 'content')) as unknown as KeptRow[];
  const changed = rows.flatMap(({ id, content }) => {
    const value = withoutFields(content, gone);
    return value === content ? [] : [{ id: Number(id), value }];
  });
  await writeEach(strapi, trx, { table: KEPT_ROWS_TABLE, column: 'content' }, changed);
  const last = rows.at(-1);
  return last ? Number(last.id) : null;
};

const withoutFields = (content: string, gone: ReadonlySet<string>): string => {
  const rows = JSON.parse(content) as Record<string, unknown>[];
  const kept = rows.map((row) =>
    withoutValues(readStored(row.custom_fields), (name) => gone.has(name))
  );
  if (kept.every((values) => values === null)) return content;
  return JSON.stringify(
    rows.map((row, at) => {
      const values = kept[at];
      return values ? { ...row, custom_fields: toStored(values) } : row;
    })
  );
};
