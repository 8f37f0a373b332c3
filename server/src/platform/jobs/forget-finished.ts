/** Finished jobs are kept for a while, for whoever wants to see how one ended, and then removed. */
import type { Core } from '@strapi/strapi';
import { DAY, type Milliseconds } from '../clock';
import type { JobStatus } from './contract';
import { jobRows } from './table';

export const KEPT_FOR: Milliseconds = 30 * DAY;
const FINISHED: JobStatus[] = ['done', 'failed', 'cancelled'];
const JOBS_PER_BATCH = 500;

/** Answers with the number of jobs removed. */
export const forgetFinished = async (strapi: Core.Strapi, now: Milliseconds): Promise<number> => {
  let removed = 0;
  for (;;) {
    const ids: unknown[] = await jobRows(strapi)
      .whereIn('status', FINISHED)
      .where('finished_at', '<', now - KEPT_FOR)
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
