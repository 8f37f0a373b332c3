/** Parts of SQL without quotes and schemas, per database where they differ. */
import type { DatabaseKind } from '../databases';

export type Kinds = Record<DatabaseKind, string>;
export const all = (sql: string): Kinds => ({ sqlite: sql, postgres: sql, mysql: sql });
const of = (part: string | Kinds): Kinds => (typeof part === 'string' ? all(part) : part);
const lower: Record<DatabaseKind, (sql: string, isValue: boolean) => string> = {
  sqlite: (sql) => `cm_lower(${sql})`,
  postgres: (sql, isValue) => `lower(${sql}${isValue ? '::text' : ''} collate und-x-icu)`,
  mysql: (sql) => `lower(convert(${sql} using utf8mb4)) collate utf8mb4_nopad_bin`,
};
export const each = (make: (kind: DatabaseKind) => string): Kinds => ({
  sqlite: make('sqlite'),
  postgres: make('postgres'),
  mysql: make('mysql'),
});
/** Both sides without case: `# among (…)` with as many values. */
export const among = (column: string | Kinds, values = 1): Kinds =>
  each((kind) => {
    const marks = Array.from({ length: values }, () => lower[kind]('?', true)).join(', ');
    return `${lower[kind](of(column)[kind], false)} in (${marks})`;
  });
export const like = (column: string | Kinds): Kinds =>
  each(
    (kind) => `${lower[kind](of(column)[kind], false)} like ${lower[kind]('?', true)} escape '!'`
  );
/** As it stands; on MariaDB once more exactly. */
export const exactly = (column: string): Kinds => ({
  ...all(`${column} in (?)`),
  mysql: `(${column} in (?) and convert(${column} using utf8mb4) collate utf8mb4_nopad_bin in (?))`,
});
export const filled = (column: string | Kinds): Kinds => ({
  ...sql(column, ` <> ''`),
  mysql: `char_length(${of(column).mysql}) > 0`,
});
export const denied = (sql: Kinds): Kinds => each((kind) => `not coalesce((${sql[kind]}), false)`);
export const number = (sql: string): Kinds => ({
  ...all(sql),
  postgres: sql.replace(/\?/g, '?::numeric'),
});

/** One after another. */
export const sql = (...parts: (string | Kinds)[]): Kinds =>
  each((kind) => parts.map((part) => of(part)[kind]).join(''));

/** Contacts that a query of row numbers names, and everybody but them. */
export const inside = (query: string | Kinds): Kinds => sql('c.id in (', query, ')');
export const outside = (query: string | Kinds): Kinds => ({
  ...sql('c.id not in (', query, ')'),
  postgres: sql(
    ...['not exists (select 1 from (', query, ') as others(id) where others.id = c.id)']
  ).postgres,
});
