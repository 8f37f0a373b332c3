import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { inTable } from '../sql/table';
import { foreignKeysOf, type Reference } from './links';
import type { Row } from './row-json';

/** The row numbers in `column` that still stand for a row of the other table, as text. */
export const stillThere = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  rows: Row[],
  { column, table }: Reference
): Promise<Set<string>> => {
  const ids = [...new Set(rows.flatMap((row) => (row[column] as number | string | null) ?? []))];
  if (ids.length === 0) return new Set();
  const found: unknown[] = await inTable(strapi, table, trx).whereIn('id', ids).pluck('id');
  return new Set(found.map(String));
};

/** What a row pointed at and is gone by now cannot be had again. */
export const withoutLostReferences = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  table: string,
  rows: Row[]
): Promise<Row[]> => {
  let referring = rows;
  for (const reference of foreignKeysOf(strapi, table)) {
    const { column } = reference;
    const there = await stillThere(strapi, trx, rows, reference);
    referring = referring.map((row) =>
      there.has(String(row[column])) ? row : { ...row, [column]: null }
    );
  }
  return referring;
};
