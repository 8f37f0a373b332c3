/** Everything is worked out anew after rules have changed: one job at a time, and one more behind it. */
import type { Core } from '@strapi/strapi';
import { jobs } from '../../../platform/jobs/service';
import { jobRows } from '../../../platform/jobs/table';

export const RECOMPUTE_JOB = 'scoring.recompute';

/** One that is queued will find the new rules; one that runs looks again at its end. */
export const recomputeSoon = async (strapi: Core.Strapi): Promise<void> => {
  const queued = await jobRows(strapi).where({ name: RECOMPUTE_JOB, status: 'queued' }).first('id');
  if (queued) return;
  await jobs(strapi).add({ name: RECOMPUTE_JOB, payload: {}, createdBy: null });
};
