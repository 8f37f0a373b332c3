/**
 * Looks for jobs and runs a few at a time on this server. Nothing runs in a process that does not
 * serve HTTP, such as a CLI command.
 */
import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { now, SECOND, type Milliseconds } from '../clock';
import { causeOf } from '../sql/write-conflict';
import type { JobHandler } from './contract';
import { createForgetting, type Forgetting } from './forget-finished';
import { claimJob } from './lease';
import { runJob } from './run-job';

export interface JobRunner {
  start(): void;
  /** Looks for work now instead of at the next tick. */
  wake(): void;
  /** Lets the jobs at work stop where they can go on later, and resolves then. */
  stop(): Promise<void>;
}

export interface Timing {
  tick: Milliseconds;
  /** A job is taken over from a worker that has been silent for so long. */
  lease: Milliseconds;
  /** What a job that does not listen is given when the server stops. */
  patience: Milliseconds;
}

const USUAL: Timing = { tick: 2 * SECOND, lease: 30 * SECOND, patience: 20 * SECOND };
/** So that a short job does not wait for a long one. */
const AT_A_TIME = 2;

export const createJobRunner = (
  strapi: Core.Strapi,
  handlers: Map<string, JobHandler>,
  { timing = USUAL, hourly = [] }: { timing?: Timing; hourly?: Forgetting[] } = {}
): JobRunner => {
  const owner = randomUUID();
  const stopping = new AbortController();
  const gone = new AbortController();
  const workers = new Set<Promise<void>>();
  const alone = [...handlers].flatMap(([name, { isAlone }]) => (isAlone ? [name] : []));
  let timer: NodeJS.Timeout | undefined;

  const work = async (): Promise<void> => {
    while (!stopping.signal.aborted && strapi.server.httpServer.listening) {
      const lease = { owner, now: now(), length: timing.lease };
      const job = await claimJob(strapi, [...handlers.keys()], lease, alone);
      const handler = job && handlers.get(job.name);
      if (!handler) return;
      wake();
      await runJob(strapi, {
        job,
        owner,
        handler,
        lease: timing.lease,
        stopping: stopping.signal,
        gone: gone.signal,
      });
    }
  };
  const begin = (task: () => Promise<unknown>, failure: string) => {
    const worker: Promise<void> = task()
      .then(() => undefined)
      .catch((error: unknown) => {
        strapi.log.error(`contact-management: ${failure}: ${causeOf(error)}`);
      })
      .finally(() => workers.delete(worker));
    workers.add(worker);
  };
  const wake = () => {
    if (stopping.signal.aborted || workers.size >= AT_A_TIME) return;
    begin(work, 'jobs could not be looked for');
  };
  const finished = createForgetting(strapi, hourly);
  return {
    start() {
      timer = setInterval(() => {
        wake();
        if (finished.isDue()) begin(finished.forget, 'what is old could not be removed');
      }, timing.tick);
      timer.unref();
    },
    wake,
    async stop() {
      clearInterval(timer);
      stopping.abort();
      await withPatience(Promise.all(workers), timing.patience);
      gone.abort();
    },
  };
};

const withPatience = async (work: Promise<unknown>, patience: Milliseconds): Promise<void> => {
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise((resolve) => {
    timer = setTimeout(resolve, patience);
  });
  await Promise.race([work, enough]);
  clearTimeout(timer);
};
