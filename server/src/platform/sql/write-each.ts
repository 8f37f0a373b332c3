/** Gives each of many rows a value of its own, in one statement. */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { dialectOf } from './dialect';
import { inTable } from './table';

interface Target {
  table: string;
  column: string;
  /** The column is JSON: on PostgreSQL, which takes text for it only when told. */
  isJson?: boolean;
}

/** Null empties the column. As many rows as a batch has. */
export const writeEach = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  { table, column, isJson = false }: Target,
  rows: { id: number; value: string | null }[]
): Promise<void> => {
  if (rows.length === 0) return;
  const value = isJson && dialectOf(strapi) === 'postgres' ? 'cast(? as jsonb)' : '?';
  const cases = rows.map(() => `when ? then ${value}`).join(' ');
  const bindings = rows.flatMap((row) => [row.id, row.value]);
  await inTable(strapi, table, trx)
    .whereIn(
      'id',
      rows.map(({ id }) => id)
    )
    .update({ [column]: trx.raw(`case id ${cases} end`, bindings) });
};
