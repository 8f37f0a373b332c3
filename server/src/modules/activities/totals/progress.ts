/**
 * How far the activities are counted. The row is also the lock between those who count and those who
 * move or remove a contact's activities: the first hold it alone, the others share it.
 */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { Milliseconds } from '../../../platform/clock';
import { dialectOf } from '../../../platform/sql/dialect';
import { inTable } from '../../../platform/sql/table';
import { PROGRESS_TABLE } from './tables';

export interface Progress {
  countedTo: number;
  completeAt: Milliseconds | null;
}

const row = (strapi: Core.Strapi, trx?: Knex.Transaction) =>
  inTable(strapi, PROGRESS_TABLE, trx).where('id', 1);

const toProgress = ({
  counted_to,
  complete_at = null,
}: Record<string, unknown> = {}): Progress => ({
  countedTo: Number(counted_to ?? 0),
  completeAt: complete_at === null ? null : Number(complete_at),
});

export const readProgress = async (strapi: Core.Strapi): Promise<Progress> =>
  toProgress(await row(strapi).first());

/**
 * Nobody else counts until the transaction ends, and no contact's activities are moved or removed. Null
 * when somebody is at that: whoever waited here would stand in the way of others who only want to share.
 */
export const takeProgress = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction
): Promise<Progress | null> => {
  const taken = row(strapi, trx).forUpdate();
  // SQLite has one transaction at a time.
  if (dialectOf(strapi) !== 'sqlite') void taken.noWait();
  try {
    return toProgress(await taken.first());
  } catch (error) {
    if (isBusy(error)) return null;
    throw error;
  }
};

/** A lock that was not to be waited for, or not any longer: PostgreSQL's code and MariaDB's. */
export const isBusy = (error: unknown): boolean =>
  ['55P03', 'ER_LOCK_WAIT_TIMEOUT'].includes(String((error as { code?: unknown }).code));

/** Nobody counts until the transaction ends. */
export const holdProgress = async (strapi: Core.Strapi, trx: Knex.Transaction): Promise<Progress> =>
  toProgress(await row(strapi, trx).forShare().first());

export const saveProgress = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  { countedTo, completeAt }: Progress
): Promise<void> => {
  await row(strapi, trx).update({ counted_to: countedTo, complete_at: completeAt });
};
