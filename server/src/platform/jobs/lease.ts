/**
 * Who works on a job: a lease that ends by itself. Every statement names the owner and the attempt, so
 * a worker that slept through its lease cannot write over the one that took the job over.
 */
import type { Core } from '@strapi/strapi';
import type { Milliseconds } from '../clock';
import { MAX_ATTEMPTS } from './retry';
import { jobRows, type JobRow } from './table';

export interface Lease {
  owner: string;
  now: Milliseconds;
  /** How long the worker may be silent. */
  length: Milliseconds;
}

/** Several, because other servers reach for the same ones. */
const CANDIDATES = 5;

/**
 * The next job that is due, or whose worker was lost; null when there is none. Of the names in `alone`,
 * none is taken while one runs.
 */
export const claimJob = async (
  strapi: Core.Strapi,
  names: string[],
  { owner, now, length }: Lease,
  alone: string[] = []
): Promise<JobRow | null> => {
  const busy = (await running(strapi, alone, now).pluck('name')) as unknown[];
  const due = (await jobRows(strapi)
    .whereIn('name', names)
    .whereNotIn('name', busy as string[])
    .where((free) => {
      void free
        .where((queued) => void queued.where('status', 'queued').where('run_at', '<=', now))
        .orWhere((lost) => void lost.where('status', 'running').where('lease_until', '<', now));
    })
    .orderBy('id')
    .limit(CANDIDATES)) as unknown as JobRow[];
  for (const job of due) {
    const end = endInstead(job, now);
    const attempts = job.attempts + 1;
    const taken = await jobRows(strapi)
      .where({ id: job.id, status: job.status, attempts: job.attempts })
      .update(
        end ?? { status: 'running', attempts, lease_owner: owner, lease_until: now + length }
      );
    if (taken !== 1 || end) continue;
    const others = await running(strapi, alone, now).where('name', job.name).whereNot('id', job.id);
    if (others.length === 0) return { ...job, attempts };
    // Two servers looked at once: whoever looks next goes on.
    const waiting = {
      status: 'queued',
      attempts: job.attempts,
      lease_owner: null,
      lease_until: null,
    };
    await mine(strapi, { id: job.id, attempts }, owner).update(waiting);
  }
  return null;
};

const running = (strapi: Core.Strapi, names: string[], now: Milliseconds) =>
  jobRows(strapi).whereIn('name', names).where('status', 'running').where('lease_until', '>=', now);

/** Not given to another server: what was cancelled, and what took down every server that tried. */
const endInstead = ({ attempts, cancelled }: JobRow, now: Milliseconds) => {
  const ended = { finished_at: now, lease_owner: null, lease_until: null };
  if (cancelled) return { ...ended, status: 'cancelled' };
  if (attempts < MAX_ATTEMPTS) return null;
  const error = `The server stopped ${attempts} times while working on it`;
  return { ...ended, status: 'failed', error };
};

export type Renewal = 'renewed' | 'cancelled' | 'lost';

type Mine = Pick<JobRow, 'id' | 'attempts'>;

const mine = (strapi: Core.Strapi, { id, attempts }: Mine, owner: string) =>
  jobRows(strapi).where({ id, attempts, lease_owner: owner, status: 'running' });

/** Says why when the job is not to be worked on any longer. */
export const renewLease = async (
  strapi: Core.Strapi,
  job: Mine,
  { owner, now, length }: Lease,
  changes: object = {}
): Promise<Renewal> => {
  const renewed = await mine(strapi, job, owner).update({ ...changes, lease_until: now + length });
  if (renewed !== 1) return 'lost';
  const row = await mine(strapi, job, owner).first('cancelled');
  if (!row) return 'lost';
  return row.cancelled ? 'cancelled' : 'renewed';
};

/** Ends this worker's part: done, failed, cancelled, or back in the queue. */
export const endLease = async (
  strapi: Core.Strapi,
  job: Mine,
  owner: string,
  changes: object
): Promise<void> => {
  await mine(strapi, job, owner).update({ ...changes, lease_owner: null, lease_until: null });
};
