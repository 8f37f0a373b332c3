/**
 * Every half minute, on one of the servers that serve HTTP: the clock is followed, and rebuilds that
 * nobody works on are begun.
 */
import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { isEms } from '../../../config';
import { now, SECOND, type Milliseconds } from '../../../platform/clock';
import { takeMark } from '../../../platform/recalculation/marks';
import { causeOf } from '../../../platform/sql/write-conflict';
import { followClock } from './follow-clock';
import { mendRebuilds, refillEmptied } from './mend-rebuilds';
import { renewUses } from './renew-uses';

const LOOK_EVERY: Milliseconds = 30 * SECOND;
const MARK = 'groups';

export const createUpkeep = (strapi: Core.Strapi) => {
  const owner = randomUUID();
  let isFirst = true;
  let underway: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;

  const look = async (at: Milliseconds): Promise<void> => {
    if (isFirst) {
      await renewUses(strapi);
      await refillEmptied(strapi);
      isFirst = false;
    }
    await mendRebuilds(strapi);
    await followClock(strapi, at);
  };
  const tick = async (): Promise<void> => {
    if (!strapi.server.httpServer.listening) return;
    const lease = { owner, now: now(), length: 2 * LOOK_EVERY };
    if (await takeMark(strapi, MARK, lease)) await look(now());
  };
  /** One after the other. */
  const next = (work: () => Promise<void>): Promise<void> => {
    const turn = underway.then(work);
    underway = turn.catch(() => undefined);
    return turn;
  };
  return {
    start() {
      if (!isEms(strapi)) return;
      timer = setInterval(() => {
        next(tick).catch((error: unknown) => {
          strapi.log.error(`contact-management: groups do not follow the clock: ${causeOf(error)}`);
        });
      }, LOOK_EVERY);
      timer.unref();
    },
    async stop() {
      clearInterval(timer);
      await underway;
    },
    /** At a moment of the caller's: for tests and scripts. */
    lookAt: (at: Milliseconds) => next(() => look(at)),
  };
};

export type Upkeep = ReturnType<typeof createUpkeep>;
