/** What the hot path may ask of a database: each dialect answers in its own file, `bulk.ts` runs it. */
import type { Dialect } from './dialect';

export type ColumnType = 'bigint' | 'boolean' | 'date' | 'decimal' | 'json' | 'text' | 'timestamp';

export interface TableShape<Row> {
  name: string;
  columns: { [Column in keyof Row & string]-?: ColumnType };
}

export type Value = bigint | boolean | number | string | Date | null;

/** How an update combines the new value with the one that stands; only `replace` writes a null. */
export type Combine = 'set' | 'max' | 'replace';

export interface BulkSql {
  dialect: Dialect;
  /** Where the database can take several steps in one statement. */
  rows?: RowSql;
  /** `sql` holds `{keys}` where the list belongs: `select … where key in {keys}`. */
  selectIn<Found>(sql: string, type: ColumnType, keys: Value[]): Promise<Found[]>;
  /** Rows that would break the unique key `unlessExists` are left out; answers with what was inserted. */
  insert<Row extends object, Column extends keyof Row & string>(
    table: TableShape<Row>,
    rows: Row[],
    options?: { unlessExists?: keyof Row & string; returning?: Column[] }
  ): Promise<Pick<Row, Column>[]>;
  /** Updates by `key`. */
  update<Row extends object>(
    table: TableShape<Row>,
    key: keyof Row & string,
    set: { [Column in keyof Row & string]?: Combine },
    rows: Partial<Row>[]
  ): Promise<void>;
}

/** Statements over rows given as arrays: several steps in one round trip. PostgreSQL only. */
export interface RowSql {
  /** `sql` holds `{rows}` where a row source named `n` belongs: `with … insert … select … from {rows}`. */
  fromRows<Row extends object, Found>(
    sql: string,
    table: TableShape<Row>,
    rows: Row[]
  ): Promise<Found[]>;
}

export interface BulkConnection {
  sql: BulkSql;
  begin(): Promise<void>;
  commit(): Promise<void>;
  rollback(): Promise<void>;
}
