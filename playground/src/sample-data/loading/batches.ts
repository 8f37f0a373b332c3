/** Rows in portions that every database takes in one statement. */
import type { Core } from '@strapi/strapi';

const BATCH = 200;

export const inBatches = <Item>(items: Item[], size = BATCH): Item[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size)
  );

/** Values of `column` that the table holds already. */
export const existing = async (
  strapi: Core.Strapi,
  { table, column, values }: { table: string; column: string; values: (string | number)[] }
): Promise<Set<string>> => {
  const found = new Set<string>();
  for (const batch of inBatches(values)) {
    const rows: Record<string, string | number>[] = await strapi.db
      .getConnection(table)
      .whereIn(column, batch)
      .select(column);
    for (const row of rows) found.add(String(row[column]));
  }
  return found;
};

/** Inserts through Strapi's query layer: attribute names, document ids and dates are its business. */
export const createRows = async (
  strapi: Core.Strapi,
  uid: Parameters<Core.Strapi['db']['query']>[0],
  rows: object[]
): Promise<void> => {
  for (const batch of inBatches(rows)) await strapi.db.query(uid).createMany({ data: batch });
};
