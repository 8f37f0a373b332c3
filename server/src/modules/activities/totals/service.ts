/**
 * Keeps the totals up with the activities. Nothing is counted while events are taken in: an hourly round
 * does it, and whoever asks for totals that are older than `FRESH`. Several servers may count at once;
 * each step begins where the last one, whosever, has ended.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import { now, SECOND, type Milliseconds } from '../../../platform/clock';
import { service } from '../../../platform/plugin';
import { causeOf } from '../../../platform/sql/write-conflict';
import { inTable } from '../../../platform/sql/table';
import { countNext } from './count-next';
import { readProgress, saveProgress } from './progress';
import { newestId, settledId } from './settled-id';
import { TOTALS_TABLE } from './tables';

export interface ActivityTotals {
  /**
   * Brings the totals up to date if that is done in a moment, and otherwise goes on with it behind.
   * Answers with the moment before which everything is counted; null while it is counted from the start.
   */
  freshen(): Promise<Milliseconds | null>;
  /** Resolves when everything is counted that was there, or when other writers do not let it. */
  catchUp(): Promise<void>;
  /** Forgets all totals; they are counted from the start by the next who asks, or within the hour. */
  startOver(): Promise<void>;
  stop(): Promise<void>;
}

const FRESH: Milliseconds = 2 * SECOND;
const A_MOMENT: Milliseconds = 40;
/** Between two steps, for whoever else wants the database. */
const PAUSE: Milliseconds = 20;
/** How often somebody else may be found at a contact's totals, one time after the other. */
const TRIES = 100;

export const createActivityTotals = ({ strapi }: { strapi: Core.Strapi }): ActivityTotals => {
  let running: Promise<void> | undefined;
  let isStopped = false;

  const countAll = async () => {
    const completeAt = now();
    const settled = await whereToCount(strapi);
    if (settled === null) return;
    for (let busy = 0; busy < TRIES && !isStopped;) {
      const outcome = await countNext(strapi, { settled, completeAt });
      if (outcome === 'done') return;
      busy = outcome === 'busy' ? busy + 1 : 0;
      await sleep(PAUSE);
    }
  };
  const catchUp = () =>
    (running ??= countAll().finally(() => {
      running = undefined;
    }));
  const catchUpBehind = () =>
    catchUp().catch((error: unknown) => {
      strapi.log.error(`contact-management: activities could not be counted: ${causeOf(error)}`);
    });

  return {
    catchUp,
    async freshen() {
      const { completeAt } = await readProgress(strapi);
      if (completeAt !== null && now() - completeAt < FRESH) return completeAt;
      await Promise.race([catchUpBehind(), sleep(A_MOMENT)]);
      return (await readProgress(strapi)).completeAt;
    },
    startOver: () =>
      strapi.db.connection.transaction(async (trx) => {
        await saveProgress(strapi, trx, { countedTo: 0, completeAt: null });
        await inTable(strapi, TOTALS_TABLE, trx).delete();
      }),
    async stop() {
      isStopped = true;
      await running?.catch(() => undefined);
    },
  };
};

/** Null while others are writing and do not come to an end. */
const whereToCount = async (strapi: Core.Strapi): Promise<number | null> => {
  const { countedTo } = await readProgress(strapi);
  return (await newestId(strapi)) > countedTo ? settledId(strapi) : countedTo;
};

export const activityTotals = (strapi: Core.Strapi) =>
  service<ActivityTotals>(strapi, 'activity-totals');
