/** A content type's table for statements past the query builder: the columns that hold plain values (plain-values.ts). */
import type { Core } from '@strapi/strapi';
import type { ColumnType, TableShape, Value } from './sql/bulk-sql';

export type PlainRow = Record<string, Value>;

/** Of the types that plain values have. */
const columnTypes: Record<string, ColumnType> = {
  boolean: 'boolean',
  date: 'date',
  datetime: 'timestamp',
  enumeration: 'text',
  float: 'decimal',
  integer: 'bigint',
  json: 'json',
  string: 'text',
  text: 'text',
};

interface ColumnAttribute {
  type: string;
  columnName?: string;
}

/** Always all of its columns, so that a statement is prepared once. */
export const plainTable = (strapi: Core.Strapi, uid: string) => {
  const { tableName, attributes } = strapi.db.metadata.get(uid);
  const columns = new Map<string, { column: string; type: ColumnType }>();
  for (const [name, { type, columnName }] of Object.entries(
    attributes as Record<string, ColumnAttribute>
  )) {
    const columnType = columnTypes[type];
    if (columnType) columns.set(name, { column: columnName ?? name, type: columnType });
  }
  const shape: TableShape<PlainRow> = {
    name: tableName,
    columns: Object.fromEntries([...columns.values()].map(({ column, type }) => [column, type])),
  };
  const toRow = (data: Record<string, unknown>): PlainRow => {
    const row: PlainRow = {};
    for (const [name, value] of Object.entries(data)) {
      const known = columns.get(name);
      if (known && value !== undefined) row[known.column] = toColumn(known.type, value);
    }
    return row;
  };
  return { shape, toRow };
};

const toColumn = (type: ColumnType, value: unknown): Value => {
  if (value === null) return null;
  if (type === 'json') return JSON.stringify(value);
  return type === 'timestamp' ? new Date(value as Date | string) : (value as Value);
};
