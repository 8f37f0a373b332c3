/**
 * SQLite: better-sqlite3 runs in this thread, so a prepared statement per row costs less than building
 * one long statement. Strapi's pool holds one connection, which makes each transaction exclusive.
 */
import type { BulkConnection, BulkSql, Combine, TableShape, Value } from './bulk-sql';

interface Statement {
  run(...values: unknown[]): { changes: number; lastInsertRowid: number | bigint };
  all(...values: unknown[]): unknown[];
}
interface SqliteConnection {
  prepare(text: string): Statement;
}

const statements = new WeakMap<SqliteConnection, Map<string, Statement>>();

const prepared = (connection: SqliteConnection, text: string): Statement => {
  const known = statements.get(connection) ?? new Map<string, Statement>();
  statements.set(connection, known);
  const statement = known.get(text) ?? connection.prepare(text);
  known.set(text, statement);
  return statement;
};

export const openSqlite = (connection: SqliteConnection): BulkConnection => {
  /** The driver throws at once; a promise that fails can be waited for and caught as on the others. */
  const run = (text: string) =>
    new Promise<void>((resolve) => {
      prepared(connection, text).run();
      resolve();
    });
  return {
    sql: createSql(connection),
    // Another process may hold the file: take the write lock first, so that what is read stays true.
    begin: () => run('begin immediate'),
    commit: () => run('commit'),
    rollback: () => run('rollback'),
  };
};

const createSql = (connection: SqliteConnection): BulkSql => ({
  dialect: 'sqlite',
  selectIn: <Found>(sql: string, _type: unknown, keys: Value[]) => {
    const text = sql.replace('{keys}', '(select value from json_each(?))');
    return Promise.resolve(
      prepared(connection, text).all(JSON.stringify(keys.map(toSqlite))) as Found[]
    );
  },
  insert: <Row extends object, Column extends keyof Row & string>(
    table: TableShape<Row>,
    rows: Row[],
    options: { unlessExists?: keyof Row & string; returning?: Column[] } = {}
  ) => {
    const columns = Object.keys(table.columns) as (keyof Row & string)[];
    const statement = prepared(connection, insertText(table.name, columns, options));
    const inserted: Pick<Row, Column>[] = [];
    for (const row of rows) {
      const values = columns.map((column) => toSqlite(row[column] as Value));
      const { changes, lastInsertRowid } = statement.run(values);
      // The driver tells the new row's number by itself; a `returning` clause costs a table of its own.
      if (options.returning && changes > 0) inserted.push({ ...row, id: Number(lastInsertRowid) });
    }
    return Promise.resolve(inserted);
  },
  update: (table, key, set, rows) => {
    const columns = Object.keys(set);
    const text = `update ${table.name} set ${assignments(set)} where ${key} = ?`;
    const statement = prepared(connection, text);
    for (const row of rows) {
      const values = row as Record<string, Value>;
      statement.run([...columns, key].map((column) => toSqlite(values[column])));
    }
    return Promise.resolve();
  },
});

const insertText = (
  table: string,
  columns: string[],
  { unlessExists }: { unlessExists?: string }
): string =>
  `insert into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})` +
  (unlessExists ? ` on conflict (${unlessExists}) do nothing` : '');

/** `max(column, null)` is null in SQLite, hence the two coalesce. */
const combined: Record<Combine, (column: string) => string> = {
  max: (column) => `max(coalesce(${column}, 0), coalesce(?, 0))`,
  set: (column) => `coalesce(?, ${column})`,
  replace: () => '?',
};

const assignments = (set: Record<string, Combine | undefined>): string =>
  Object.entries(set)
    .map(([column, combine]) => `${column} = ${combined[combine ?? 'set'](column)}`)
    .join(', ');

const toSqlite = (value: Value | undefined): bigint | number | string | null => {
  if (value === undefined || value === null) return null;
  if (typeof value === 'boolean') return value ? 1 : 0;
  return value instanceof Date ? value.getTime() : value;
};
