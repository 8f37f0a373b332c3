/** What differs between two readings of a content type's row. */
import type { Core, UID } from '@strapi/strapi';
import { oncePerObject } from './once-per-object';

type Row = Record<string, unknown>;

/** Strapi sets these at every update. */
const BOOKKEEPING = new Set(['updatedAt', 'updatedBy', 'publishedAt']);

/** Names of the attributes that changed; those without a column count when `written` has them. */
export const changedFields = (
  strapi: Core.Strapi,
  uid: string,
  { before, after, written }: { before: Row; after: Row; written: object }
): string[] => {
  const columns = columnsOf(strapi.db.metadata.get(uid).attributes);
  return Object.keys(strapi.contentType(uid as UID.ContentType).attributes).filter((name) => {
    if (BOOKKEEPING.has(name)) return false;
    const column = columns.get(name);
    return column ? !same(before[column], after[column]) : Object.hasOwn(written, name);
  });
};

const same = (left: unknown, right: unknown): boolean => comparable(left) === comparable(right);

const comparable = (value: unknown): unknown => {
  if (value instanceof Date) return value.getTime();
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : (value ?? null);
};

interface ColumnAttribute {
  type: string;
  columnName?: string;
  joinColumn?: { name: string };
  owner?: boolean;
}

/** Attribute → column, for the attributes that have one in the type's own table. */
const columnsOf = oncePerObject((attributes: Record<string, ColumnAttribute>) => {
  const columns = new Map<string, string>();
  for (const [name, attribute] of Object.entries(attributes)) {
    const joined = attribute.owner ? attribute.joinColumn?.name : undefined;
    const column = attribute.type === 'relation' ? joined : (attribute.columnName ?? name);
    if (column) columns.set(name, column);
  }
  return columns;
});
