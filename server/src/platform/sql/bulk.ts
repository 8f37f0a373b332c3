/**
 * Set-based SQL for the hot path: one native connection, one transaction, prepared statements, no
 * query builder in between (on SQLite and PostgreSQL that is what costs, not the database).
 * Failing statements roll the whole transaction back; a lost deadlock or lock is tried again.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { openMysql } from './bulk-mysql';
import { openPostgres } from './bulk-postgres';
import type { BulkConnection, BulkSql } from './bulk-sql';
import { openSqlite } from './bulk-sqlite';
import { dialectOf, type Dialect } from './dialect';
import { isWriteConflict } from './write-conflict';

const openers: Record<Dialect, (native: never) => BulkConnection> = {
  postgres: openPostgres,
  sqlite: openSqlite,
  mysql: openMysql,
};

/** The same statements inside of a transaction that somebody else opened, and ends. */
export const bulkSql = async (strapi: Core.Strapi, trx: Knex.Transaction): Promise<BulkSql> =>
  openers[dialectOf(strapi)]((await trx.client.acquireConnection()) as never).sql;

const ATTEMPTS = 5;
const PAUSE_AFTER_CONFLICT_MILLISECONDS = 15;

export const bulkTransaction = async <Result>(
  strapi: Core.Strapi,
  work: (sql: BulkSql) => Promise<Result>
): Promise<Result> => {
  const { client } = strapi.db.connection;
  const native: unknown = await client.acquireConnection();
  try {
    const connection = openers[dialectOf(strapi)](native as never);
    return await attempt(connection, work, 1);
  } finally {
    await client.releaseConnection(native);
  }
};

const attempt = async <Result>(
  connection: BulkConnection,
  work: (sql: BulkSql) => Promise<Result>,
  count: number
): Promise<Result> => {
  try {
    await connection.begin();
    const result = await work(connection.sql);
    await connection.commit();
    return result;
  } catch (error) {
    await connection.rollback().catch(() => undefined);
    if (count >= ATTEMPTS || !isWriteConflict(error)) throw error;
    await sleep(PAUSE_AFTER_CONFLICT_MILLISECONDS * count * (0.5 + Math.random()));
    return attempt(connection, work, count + 1);
  }
};
