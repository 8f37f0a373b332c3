/**
 * Columns that a module gives to the list of a type that belongs to a module above it: accounts say where
 * a contact belongs, and contacts know nothing of accounts. Read only for who asks, a page at a time.
 */
import type { Core } from '@strapi/strapi';

export interface ListColumn<Value = unknown> {
  /** Uid of the type whose list it stands in. */
  of: string;
  name: string;
  /** On top of the list's own: `accounts.read`. */
  permission: string;
  /** Of many rows at once, by row number; rows that have nothing to say are left out. */
  read(strapi: Core.Strapi, ids: number[]): Promise<Map<number, Value>>;
  /** As a cell of an exported file. */
  toCell(value: Value): string;
}

const known = new Map<string, ListColumn[]>();

/** The same for every site in a process: modules do not differ. */
export const setListColumns = (columns: ListColumn[]): void => {
  known.clear();
  for (const column of columns) known.set(column.of, [...listColumnsOf(column.of), column]);
};

export const listColumnsOf = (uid: string): ListColumn[] => known.get(uid) ?? [];

/** What the columns say of these rows, by row number and then by name. */
export const readColumns = async (
  strapi: Core.Strapi,
  columns: ListColumn[],
  ids: number[]
): Promise<Map<number, Record<string, unknown>>> => {
  const rows = new Map<number, Record<string, unknown>>(ids.map((id) => [id, {}]));
  for (const column of columns) {
    const values = await column.read(strapi, ids);
    for (const [id, row] of rows) row[column.name] = values.get(id) ?? null;
  }
  return rows;
};
