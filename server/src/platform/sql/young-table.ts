/**
 * PostgreSQL plans by the row counts it took last. Autovacuum takes them once a minute, or never where
 * it is off, and until then a table as wide as a content type is believed to hold one row: a lookup of a
 * hundred visitors' contacts then reads every contact. So a table that grows fast is counted here each
 * time it has grown fourfold. Nothing waits for that, and only what is named is looked at.
 */
import type { Core } from '@strapi/strapi';
import { dialectOf } from './dialect';
import { causeOf } from './write-conflict';

const FIRST_COUNT = 500;
const GROWTH = 4;

export interface YoungTable {
  /** Says how many rows were added. */
  grew(rows: number): void;
}

const watched = new WeakMap<Core.Strapi, Map<string, YoungTable>>();

/** The same for all who ask about one table. `columns` are those whose values plans depend on. */
export const watchGrowth = (
  strapi: Core.Strapi,
  table: string,
  columns: string[] = ['id']
): YoungTable => {
  const tables = watched.get(strapi) ?? new Map<string, YoungTable>();
  const young = tables.get(table) ?? watch(strapi, table, columns);
  watched.set(strapi, tables.set(table, young));
  return young;
};

const watch = (strapi: Core.Strapi, table: string, columns: string[]): YoungTable => {
  if (dialectOf(strapi) !== 'postgres') return { grew: () => undefined };
  let grown = 0;
  let next = FIRST_COUNT;
  return {
    grew(rows) {
      grown += rows;
      if (grown < next) return;
      next = grown * GROWTH;
      const marks = columns.map(() => '??').join(', ');
      strapi.db.connection
        .raw(`analyze ?? (${marks})`, [table, ...columns])
        .catch((error: unknown) => {
          strapi.log.warn(`contact-management: ${table} could not be counted: ${causeOf(error)}`);
        });
    },
  };
};
