/**
 * A fresh database for one test file. `TEST_DATABASE` (sqlite | postgres | mysql) says which kind;
 * the servers are named by TEST_POSTGRES_URL and TEST_MYSQL_URL. Nobody needs it after a power cut, so
 * it does not wait for the disk where one database can be told so.
 */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import mysql from 'mysql2/promise';
import { Client } from 'pg';

export type DatabaseKind = 'sqlite' | 'postgres' | 'mysql';

export interface TestDatabase {
  kind: DatabaseKind;
  /** Strapi's `database.connection`. */
  connection: object;
  drop(): Promise<void>;
}

export const databaseKind = (): DatabaseKind => {
  const kind = process.env.TEST_DATABASE ?? 'sqlite';
  if (kind === 'sqlite' || kind === 'postgres' || kind === 'mysql') return kind;
  throw new Error(`TEST_DATABASE is "${kind}"; it may be sqlite, postgres or mysql`);
};

export const createDatabase = (kind = databaseKind()): Promise<TestDatabase> => makers[kind]();

const freshName = () => `cm_test_${process.pid}_${randomBytes(4).toString('hex')}`;

const serverUrl = (variable: 'TEST_POSTGRES_URL' | 'TEST_MYSQL_URL', fallback: string): URL =>
  new URL(process.env[variable] ?? fallback);

const sqlite = async (): Promise<TestDatabase> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'cm-test-'));
  return {
    kind: 'sqlite',
    connection: {
      client: 'sqlite',
      connection: { filename: path.join(folder, 'test.db') },
      useNullAsDefault: true,
    },
    drop: () => rm(folder, { recursive: true, force: true }),
  };
};

const postgres = async (): Promise<TestDatabase> => {
  const url = serverUrl('TEST_POSTGRES_URL', 'postgres://postgres@127.0.0.1:5432/postgres');
  const name = freshName();
  const run = async (sql: string) => {
    const client = new Client({ connectionString: url.href });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  await run(`create database ${name}`);
  await run(`alter database ${name} set synchronous_commit = off`);
  return {
    kind: 'postgres',
    connection: {
      client: 'postgres',
      connection: { ...credentials(url, 5432), database: name },
      pool: { min: 0, max: 10 },
    },
    drop: () => run(`drop database if exists ${name} with (force)`),
  };
};

const mariadb = async (): Promise<TestDatabase> => {
  const url = serverUrl('TEST_MYSQL_URL', 'mysql://root@127.0.0.1:3306/test');
  const name = freshName();
  const run = async (sql: string) => {
    const client = await mysql.createConnection(credentials(url, 3306));
    await client.query(sql).finally(() => client.end());
  };
  await run(`create database ${name} character set utf8mb4`);
  return {
    kind: 'mysql',
    connection: {
      client: 'mysql',
      connection: { ...credentials(url, 3306), database: name },
      pool: { min: 0, max: 10 },
    },
    drop: () => run(`drop database if exists ${name}`),
  };
};

const credentials = (url: URL, defaultPort: number) => ({
  host: url.hostname,
  port: Number(url.port || defaultPort),
  user: decodeURIComponent(url.username),
  password: decodeURIComponent(url.password),
});

const makers: Record<DatabaseKind, () => Promise<TestDatabase>> = {
  sqlite,
  postgres,
  mysql: mariadb,
};
