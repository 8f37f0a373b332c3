/** Inserts a row into a table of ours and answers with its number, as text. */
import type { Core } from '@strapi/strapi';
import { dialectOf } from './dialect';
import { inTable } from './table';

export const insertOne = async (
  strapi: Core.Strapi,
  table: string,
  row: Record<string, unknown>
): Promise<string> => {
  const insert = inTable(strapi, table).insert(row);
  // The others tell the new row's number by themselves, and MariaDB's driver complains when asked.
  const asked = dialectOf(strapi) === 'postgres' ? insert.returning('id') : insert;
  const [first] = (await asked) as unknown as (number | { id: number | string })[];
  return String(typeof first === 'object' ? first.id : first);
};
