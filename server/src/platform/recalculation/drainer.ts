/**
 * Drains the queue about twice a second, on servers that serve HTTP: one of them at a time, by a lease
 * that ends by itself. While nothing waits, looking costs one statement.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import { now, SECOND, type Milliseconds } from '../clock';
import { inTable } from '../sql/table';
import { causeOf } from '../sql/write-conflict';
import { drainRound, type DrainParts } from './drain';
import { leaveMark, takeMark } from './marks';
import { QUEUE_TABLE } from './tables';

export interface Drainer {
  start(): void;
  /** Lets the round under way stop where another server can go on. */
  stop(): Promise<void>;
  /** Resolves when nothing waits any more; for tests and scripts. Throws what the evaluation throws. */
  drained(): Promise<void>;
  /** How often each rule was worked out on this server. */
  evaluations(): Record<string, number>;
  /** When the change that waits longest was written; null when none waits. */
  waitingSince(): Promise<Milliseconds | null>;
}

const TICK: Milliseconds = SECOND / 2;
const LOOK_AGAIN: Milliseconds = SECOND / 10;
const PAUSE_AFTER_FAILURE: Milliseconds = 5 * SECOND;

export const createDrainer = (strapi: Core.Strapi, parts: Omit<DrainParts, 'count'>): Drainer => {
  const stopping = new AbortController();
  const counts = new Map<string, number>();
  const count = (rule: string) => counts.set(rule, (counts.get(rule) ?? 0) + 1);
  const lease = createLease(strapi);
  const waitingSince = () => oldest(strapi);
  const round = async (): Promise<number | null> => {
    if ((await waitingSince()) === null) return 0;
    return lease.holding(() => drainRound(strapi, { ...parts, count }, stopping.signal));
  };
  const next = oneAtATime(round);
  const timer = createTimer(strapi, stopping.signal, next);
  return {
    start: () => {
      timer.plan(TICK);
    },
    async stop() {
      stopping.abort();
      timer.clear();
      await next.underway();
      await lease.leave();
    },
    async drained() {
      while ((await waitingSince()) !== null) {
        if ((await next()) === null) await sleep(LOOK_AGAIN);
      }
    },
    evaluations: () => Object.fromEntries(counts),
    waitingSince,
  };
};

const oldest = async (strapi: Core.Strapi): Promise<Milliseconds | null> => {
  const first = await inTable(strapi, QUEUE_TABLE).orderBy('id').first('added_at');
  return first ? Number(first.added_at) : null;
};

const LEASE: Milliseconds = 5 * SECOND;
const MARK = 'drain';

const createLease = (strapi: Core.Strapi) => {
  const owner = randomUUID();
  const take = () => takeMark(strapi, MARK, { owner, now: now(), length: LEASE });
  return {
    /** Null when another server has the lease. One that lost it meanwhile does what another does too: twice the same. */
    async holding<Result>(work: () => Promise<Result>): Promise<Result | null> {
      if (!(await take())) return null;
      const heartbeat = setInterval(() => {
        take().catch(() => undefined);
      }, LEASE / 3);
      try {
        return await work();
      } finally {
        clearInterval(heartbeat);
      }
    },
    leave: () => leaveMark(strapi, MARK, owner).catch(() => undefined),
  };
};

const oneAtATime = <Result>(work: () => Promise<Result>) => {
  let last: Promise<unknown> = Promise.resolve();
  const next = (): Promise<Result> => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
  return Object.assign(next, { underway: () => last });
};

const createTimer = (
  strapi: Core.Strapi,
  stopping: AbortSignal,
  next: () => Promise<number | null>
) => {
  let timer: NodeJS.Timeout | undefined;
  const work = async (): Promise<void> => {
    try {
      while (!stopping.aborted && (await next())) continue;
      plan(TICK);
    } catch (error) {
      strapi.log.error(`contact-management: changes wait to be worked out: ${causeOf(error)}`);
      plan(PAUSE_AFTER_FAILURE);
    }
  };
  const plan = (pause: Milliseconds) => {
    if (stopping.aborted) return;
    timer = setTimeout(() => {
      if (strapi.server.httpServer.listening) void work();
      else plan(TICK);
    }, pause);
    timer.unref();
  };
  return {
    plan,
    clear: () => {
      clearTimeout(timer);
    },
  };
};
