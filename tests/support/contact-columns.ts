/** Finds the tables that hold rows of contacts, whoever made them. */
import type { Core } from '@strapi/strapi';

const CONTACT_COLUMN = /(^|_)contact(_id)?$/;

export interface ContactColumn {
  table: string;
  column: string;
}

/** Every `cm_` table's contact columns. Partitions count as the table they are part of. */
export const contactColumns = async (strapi: Core.Strapi): Promise<ContactColumn[]> => {
  const partitions = await partitionNames(strapi);
  const tables = (await strapi.db.dialect.schemaInspector.getTables()).filter(
    (table) => table.startsWith('cm_') && table !== 'cm_contacts' && !partitions.has(table)
  );
  const found = await Promise.all(
    tables.map(async (table) => {
      const columns = await strapi.db.connection(table).columnInfo();
      return Object.keys(columns)
        .filter((column) => CONTACT_COLUMN.test(column))
        .map((column) => ({ table, column }));
    })
  );
  return found.flat();
};

const partitionNames = async (strapi: Core.Strapi): Promise<Set<string>> => {
  if (strapi.db.dialect.client !== 'postgres') return new Set();
  const { rows } = await strapi.db.connection.raw<{ rows: { name: string }[] }>(
    'select inhrelid::regclass::text as name from pg_inherits'
  );
  return new Set(rows.map(({ name }) => name));
};
