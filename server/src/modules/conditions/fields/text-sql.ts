/**
 * Text compared without case, alike on every database. SQLite's own `lower` knows ASCII only, and
 * PostgreSQL's knows what the database's locale knows; MariaDB's usual collations also ignore accents
 * and spaces at the end. Patterns know `*` (anything) and `?` (one character); `%` and `_` are plain.
 */
import type { Core } from '@strapi/strapi';
import type { Dialect } from '../../../platform/sql/dialect';
import { dialectOf } from '../../../platform/sql/dialect';

const LOWERED: Record<Dialect, (text: string) => string> = {
  sqlite: (text) => `cm_lower(${text})`,
  postgres: (text) => `lower(${text} collate "und-x-icu")`,
  mysql: (text) => `lower(convert(${text} using utf8mb4)) collate utf8mb4_nopad_bin`,
};

/** `text` is SQL; what is bound in it is handed on. */
export const lowered = (dialect: Dialect, text: string): string => LOWERED[dialect](text);

/**
 * Text of one spelling among some: MariaDB's collations find it by an index, and then take accents, signs
 * and spaces at the end for the same, so it is compared once more.
 */
export const amongExactly = (dialect: Dialect, marks: string): [test: string, times: 1 | 2] =>
  dialect === 'mysql'
    ? [`(? in (${marks}) and convert(? using utf8mb4) collate utf8mb4_nopad_bin in (${marks}))`, 2]
    : [`? in (${marks})`, 1];

/** Spaces are text: MariaDB would say that they are none. */
export const notEmpty = (dialect: Dialect): string =>
  dialect === 'mysql' ? 'char_length(?) > 0' : `? <> ''`;

/** A parameter is of no type by itself where a collation is named. */
export const boundText = (dialect: Dialect): string => (dialect === 'postgres' ? '?::text' : '?');

const escaped = (text: string): string => text.replace(/[!%_]/g, '!$&');

export const patterns = {
  contains: (text: string) => `%${escaped(text)}%`,
  startsWith: (text: string) => `${escaped(text)}%`,
  endsWith: (text: string) => `%${escaped(text)}`,
  matches: (text: string) => escaped(text).replace(/\*/g, '%').replace(/\?/g, '_'),
} as const;

interface SqliteConnection {
  function(
    name: string,
    options: { deterministic: boolean },
    run: (text: unknown) => unknown
  ): void;
}

interface SqliteClient {
  acquireRawConnection(): Promise<SqliteConnection>;
  acquireConnection(): Promise<SqliteConnection>;
  releaseConnection(connection: SqliteConnection): Promise<void>;
}

const teach = (connection: SqliteConnection): void => {
  connection.function('cm_lower', { deterministic: true }, (text) =>
    typeof text === 'string' ? text.toLowerCase() : text
  );
};

/** For `register()`: every connection that SQLite's pool opens, and the one that is open. */
export const teachSqlite = async (strapi: Core.Strapi): Promise<void> => {
  if (dialectOf(strapi) !== 'sqlite') return;
  const client = strapi.db.connection.client as SqliteClient;
  const open = client.acquireRawConnection.bind(client);
  client.acquireRawConnection = async () => {
    const connection = await open();
    teach(connection);
    return connection;
  };
  const connection = await client.acquireConnection();
  teach(connection);
  await client.releaseConnection(connection);
};
