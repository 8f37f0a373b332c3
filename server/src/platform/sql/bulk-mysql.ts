/** MariaDB: multi-row statements. (`RETURNING` on insert is MariaDB's; MySQL 8 has none.) */
import type { BulkConnection, BulkSql, Combine, TableShape, Value } from './bulk-sql';

interface MysqlConnection {
  query(text: string, values: unknown[], done: (error: Error | null, rows: unknown) => void): void;
}

type Run = <Row>(text: string, values?: unknown[]) => Promise<Row[]>;

export const openMysql = (connection: MysqlConnection): BulkConnection => {
  const run: Run = <Row>(text: string, values: unknown[] = []) =>
    new Promise<Row[]>((resolve, reject) => {
      connection.query(text, values, (error, rows) => {
        if (error) reject(error);
        else resolve(rows as Row[]);
      });
    });
  return {
    sql: createSql(run),
    begin: async () => {
      // Each statement sees what others committed before it, as on PostgreSQL.
      await run('set transaction isolation level read committed');
      await run('start transaction');
    },
    commit: async () => {
      await run('commit');
    },
    rollback: async () => {
      await run('rollback');
    },
  };
};

const createSql = (run: Run): BulkSql => ({
  dialect: 'mysql',
  selectIn: async (sql, _type, keys) =>
    keys.length === 0 ? [] : run(sql.replace('{keys}', '(?)'), [keys]),
  insert: async <Row extends object, Column extends keyof Row & string>(
    table: TableShape<Row>,
    rows: Row[],
    options: { unlessExists?: keyof Row & string; returning?: Column[] } = {}
  ) => {
    if (rows.length === 0) return [];
    const columns = Object.keys(table.columns) as (keyof Row & string)[];
    const result = await run<Pick<Row, Column>>(insertText(table.name, columns, options), [
      rows.map((row) => columns.map((column) => row[column] ?? null)),
    ]);
    return options.returning ? result : [];
  },
  update: async (table, key, set, rows) => {
    if (rows.length === 0) return;
    const columns = [key, ...(Object.keys(set) as (typeof key)[])];
    const source = rows
      .map(
        (_, at) =>
          `select ${columns.map((column) => (at === 0 ? `? as ${column}` : '?')).join(', ')}`
      )
      .join(' union all ');
    const values = rows.flatMap((row) => columns.map((column) => (row[column] ?? null) as Value));
    await run(
      `update ${table.name} t join (${source}) n on t.${key} = n.${key} set ${assignments(set)}`,
      values
    );
  },
});

const insertText = (
  table: string,
  columns: string[],
  { unlessExists, returning }: { unlessExists?: string; returning?: string[] }
): string =>
  `insert ${unlessExists ? 'ignore ' : ''}into ${table} (${columns.join(', ')}) values ?` +
  (returning ? ` returning ${returning.join(', ')}` : '');

const combined: Record<Combine, (column: string) => string> = {
  max: (column) =>
    `greatest(coalesce(t.${column}, n.${column}), coalesce(n.${column}, t.${column}))`,
  set: (column) => `coalesce(n.${column}, t.${column})`,
  replace: (column) => `n.${column}`,
};

const assignments = (set: Record<string, Combine | undefined>): string =>
  Object.entries(set)
    .map(([column, combine]) => `t.${column} = ${combined[combine ?? 'set'](column)}`)
    .join(', ');
