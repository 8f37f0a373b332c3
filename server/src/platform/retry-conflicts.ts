/** A transaction that lost against another one (deadlock, lock wait) is tried again from the start. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import { isWriteConflict } from './sql/write-conflict';

interface Retrying {
  /** Says no when something cannot be done twice. */
  mayRepeat?: () => boolean;
  /** What else another transaction may cause. */
  isConflict?: (error: unknown) => boolean;
}

const ATTEMPTS = 8;
const PAUSE_MILLISECONDS = 15;

/**
 * `work` opens a transaction of its own and may run several times. Inside somebody else's transaction,
 * which is lost as a whole, it runs once.
 */
export const retryConflicts = async <Result>(
  strapi: Core.Strapi,
  work: () => Promise<Result>,
  { mayRepeat = () => true, isConflict = isWriteConflict }: Retrying = {}
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
