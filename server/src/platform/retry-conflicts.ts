/** A transaction that lost against another one (deadlock, lock wait) is tried again from the start. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import { isWriteConflict } from './sql/write-conflict';

const ATTEMPTS = 8;
const PAUSE_MILLISECONDS = 15;

/**
 * `work` opens a transaction of its own and may run several times. Inside somebody else's transaction,
 * which is lost as a whole, it runs once. `mayRepeat` says no when something cannot be done twice.
 * `isConflict` knows what else another transaction may cause.
 */
export const retryConflicts = async <Result>(
  strapi: Core.Strapi,
  work: () => Promise<Result>,
  mayRepeat: () => boolean = () => true,
  isConflict: (error: unknown) => boolean = isWriteConflict
): Promise<Result> => {
  const attempts = strapi.db.inTransaction() ? 1 : ATTEMPTS;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt >= attempts || !isConflict(error) || !mayRepeat()) throw error;
      await sleep(PAUSE_MILLISECONDS * attempt * (0.5 + Math.random()));
    }
  }
};
