/**
 * Up to which id all activities are there that ever will be. The newest id is not it: ids are given out
 * when a row is written, and a transaction with a smaller one may commit later. So everybody is kept from
 * writing until those who are at it have committed, and then the newest is read. That takes as long as the
 * transactions in flight do; when they take longer than `PATIENCE`, nobody is kept waiting, and the answer
 * is null.
 */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { dialectOf, type Dialect } from '../../../platform/sql/dialect';
import { inTable } from '../../../platform/sql/table';
import { ACTIVITIES_TABLE } from '../contract';
import { isBusy } from './progress';

const PATIENCE = { postgresMilliseconds: 100, mysqlSeconds: 1 };

export const newestId = async (strapi: Core.Strapi, trx?: Knex.Transaction): Promise<number> => {
  const row = await inTable(strapi, ACTIVITIES_TABLE, trx).max({ id: 'id' }).first();
  return Number(row?.id ?? 0);
};

export const settledId = (strapi: Core.Strapi): Promise<number | null> =>
  readers[dialectOf(strapi)](strapi);

const readers: Record<Dialect, (strapi: Core.Strapi) => Promise<number | null>> = {
  /** One writes at a time, so ids are committed in their order. */
  sqlite: (strapi) => newestId(strapi),

  /** Only the table itself: whoever inserts locks it before its partitions. */
  postgres: (strapi) =>
    strapi.db.connection
      .transaction(async (trx) => {
        await trx.raw(`set local lock_timeout = ${PATIENCE.postgresMilliseconds}`);
        await trx.raw('lock table only ?? in share mode', [ACTIVITIES_TABLE]);
        return newestId(strapi, trx);
      })
      .catch(nullIfBusy),

  mysql: (strapi) =>
    strapi.db.connection
      .transaction(async (trx) => {
        await trx.raw(`lock tables ?? read wait ${PATIENCE.mysqlSeconds}`, [ACTIVITIES_TABLE]);
        try {
          return await newestId(strapi, trx);
        } finally {
          await trx.raw('unlock tables');
        }
      })
      .catch(nullIfBusy),
};

const nullIfBusy = (error: unknown): null => {
  if (isBusy(error)) return null;
  throw error;
};
