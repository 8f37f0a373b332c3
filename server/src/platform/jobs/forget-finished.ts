/** Finished jobs are kept for a while, for whoever wants to see how one ended, and then removed. */
import type { Core } from '@strapi/strapi';
import { DAY, HOUR, now, type Milliseconds } from '../clock';
import type { JobStatus } from './contract';
import { jobRows } from './table';

const KEPT_FOR: Milliseconds = 30 * DAY;
const FINISHED: JobStatus[] = ['done', 'failed', 'cancelled'];
const JOBS_PER_BATCH = 500;

/** Forgets what is older than a module keeps it. */
export type Forgetting = (strapi: Core.Strapi, at: Milliseconds) => Promise<unknown>;

/** Once an hour, on a server that serves HTTP: finished jobs, and what the modules keep for a while. */
export const createForgetting = (strapi: Core.Strapi, others: Forgetting[]) => {
  let lastAt: Milliseconds = 0;
  return {
    isDue: () => strapi.server.httpServer.listening && now() - lastAt >= HOUR,
    forget: async () => {
      lastAt = now();
      for (const forget of [forgetFinished, ...others]) await forget(strapi, lastAt);
    },
  };
};

/** Answers with the number of jobs removed. */
const forgetFinished = async (strapi: Core.Strapi, at: Milliseconds): Promise<number> => {
  let removed = 0;
  for (;;) {
    const ids: unknown[] = await jobRows(strapi)
      .whereIn('status', FINISHED)
      .where('finished_at', '<', at - KEPT_FOR)
      .limit(JOBS_PER_BATCH)
      .pluck('id');
    if (ids.length > 0)
      await jobRows(strapi)
        .whereIn('id', ids as number[])
        .delete();
    removed += ids.length;
    if (ids.length < JOBS_PER_BATCH) return removed;
  }
};
