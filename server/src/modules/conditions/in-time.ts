/** A question that may take only so long: the database gives it up by itself. */
import type { Core } from '@strapi/strapi';
import type { Milliseconds } from '../../platform/clock';
import { dialectOf } from '../../platform/sql/dialect';
import { inTransaction } from '../../platform/transaction';
import type { Query } from './leaf';

/** PostgreSQL: query_canceled. MariaDB: the limit of max_statement_time. */
const GIVEN_UP = new Set(['57014', 'ER_STATEMENT_TIMEOUT']);

/** Null when it took longer; always on SQLite, which would make everybody wait meanwhile. */
export const inTime = async (
  strapi: Core.Strapi,
  limit: Milliseconds,
  ask: () => Query
): Promise<unknown> => {
  const dialect = dialectOf(strapi);
  if (dialect === 'sqlite') return null;
  try {
    return await inTransaction(strapi, async (trx) => {
      if (dialect === 'postgres') {
        await trx.raw(`select set_config('statement_timeout', ?, true)`, [String(limit)]);
        const rows: unknown = await ask().transacting(trx);
        return rows;
      }
      const { sql, bindings } = ask().toSQL();
      const [rows] = (await trx.raw(
        `set statement max_statement_time = ${limit / 1_000} for ${sql}`,
        [...bindings]
      )) as [unknown];
      return rows;
    });
  } catch (error) {
    if (isGivenUp(error)) return null;
    throw error;
  }
};

const isGivenUp = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && GIVEN_UP.has(String(error.code));
