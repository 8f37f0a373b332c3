/** Everything is worked out anew after rules have changed: one job at a time, and one more behind it. */
import type { Core } from '@strapi/strapi';
import { jobs } from '../../../platform/jobs/service';
import { jobRows } from '../../../platform/jobs/table';

export const RECOMPUTE_JOB = 'scoring.recompute';

/**
 * One that has not begun will find the new rules. One that runs, or was cut off, has read others for some
 * contacts already: another follows.
 */
export const recomputeSoon = async (strapi: Core.Strapi): Promise<void> => {
  const queued = await jobRows(strapi)
    .where({ name: RECOMPUTE_JOB, status: 'queued' })
    .whereNull('position')
    .first('id');
  if (queued) return;
  await jobs(strapi).add({ name: RECOMPUTE_JOB, payload: {}, createdBy: null });
};
