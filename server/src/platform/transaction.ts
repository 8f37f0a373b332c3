/**
 * One transaction, and what is announced once it is committed.
 *
 * Announcing waits until everybody can see the change. When the transaction is somebody else's (the
 * Content Manager deletes many in one), that is after theirs. Strapi runs such callbacks in the
 * finished transaction's async context, where a second transaction would run them once more; so
 * they run outside of it.
 */
import { AsyncResource } from 'node:async_hooks';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';

export interface Committed<Result> {
  result: Result;
  /** Runs after the commit. */
  announce: () => Promise<void>;
}

const outside = new AsyncResource('contact-management:outside-transactions');

/** Joins the transaction that is open, if one is. */
export const inTransaction = async <Result>(
  strapi: Core.Strapi,
  work: (trx: Knex.Transaction) => Promise<Result>
): Promise<Result> => await strapi.db.transaction(async ({ trx }) => work(trx as Knex.Transaction));

export const commitThenAnnounce = async <Result>(
  strapi: Core.Strapi,
  work: (trx: Knex.Transaction) => Promise<Committed<Result>>
): Promise<Result> => {
  if (strapi.db.inTransaction()) return announceWithOuter(strapi, work);
  const { result, announce } = await inTransaction(strapi, work);
  await announce();
  return result;
};

/**
 * Runs `work` once everybody can see what was written: at once, or after the commit of the transaction
 * that is open. It runs outside of any transaction and is not waited for; `work` handles its failures.
 */
export const afterCommit = async (strapi: Core.Strapi, work: () => void): Promise<void> => {
  const run = () => {
    outside.runInAsyncScope(work);
  };
  if (!strapi.db.inTransaction()) {
    run();
    return;
  }
  await strapi.db.transaction(({ onCommit }) => {
    onCommit(run);
  });
};

const announceWithOuter = async <Result>(
  strapi: Core.Strapi,
  work: (trx: Knex.Transaction) => Promise<Committed<Result>>
): Promise<Result> =>
  await strapi.db.transaction(async ({ trx, onCommit }) => {
    const { result, announce } = await work(trx as Knex.Transaction);
    onCommit(() => {
      outside.runInAsyncScope(() => {
        announce().catch((error: unknown) => {
          strapi.log.error(`contact-management: could not announce a change: ${String(error)}`);
        });
      });
    });
    return result;
  });
