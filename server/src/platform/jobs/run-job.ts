/**
 * One attempt at one job. While the handler works the lease is renewed; a handler hears through its
 * signal that the job was cancelled, that the server stops, or that another server has the job.
 */
import type { Core } from '@strapi/strapi';
import { now, type Milliseconds } from '../clock';
import { causeOf } from '../sql/write-conflict';
import type { JobHandler, JobProgress } from './contract';
import { endLease, renewLease, type Renewal } from './lease';
import { afterFailure, isFinal } from './retry';
import type { JobRow } from './table';

export interface Run {
  job: JobRow;
  owner: string;
  handler: JobHandler;
  lease: Milliseconds;
  /** Aborted when the server stops. */
  stopping: AbortSignal;
  /** Aborted when it has waited long enough: the lease is left to end. */
  gone: AbortSignal;
}

export const runJob = async (strapi: Core.Strapi, run: Run): Promise<void> => {
  const { job, owner, handler, stopping } = run;
  const watch = keepLease(strapi, run);
  const signal = AbortSignal.any([stopping, watch.ended]);
  try {
    const result = await handler({
      strapi,
      payload: JSON.parse(job.payload) as Record<string, unknown>,
      progress: progressOf(job),
      report: ({ position, ...progress }) =>
        watch.renew({ ...progress, position: JSON.stringify(position) }),
      signal,
    });
    const end = signal.aborted
      ? interrupted(job, watch.renewal())
      : { status: 'done', finished_at: now(), result: JSON.stringify(result) };
    await endLease(strapi, job, owner, end);
  } catch (error) {
    // A handler may answer the signal by throwing.
    const end = signal.aborted ? interrupted(job, watch.renewal()) : failed(strapi, job, error);
    await endLease(strapi, job, owner, end);
  } finally {
    watch.stop();
  }
};

/** Renews the lease until it is stopped; `ended` is aborted when the job is not this worker's any more. */
const keepLease = (strapi: Core.Strapi, { job, owner, lease, gone }: Run) => {
  const ended = new AbortController();
  let renewal: Renewal = 'renewed';
  let until = now() + lease;
  const renew = async (changes: object = {}): Promise<void> => {
    const at = now();
    renewal = await renewLease(strapi, job, { owner, now: at, length: lease }, changes);
    if (renewal === 'renewed') until = at + lease;
    else ended.abort();
  };
  // A database that does not answer for a moment costs nothing; one that is silent for long does.
  const heartbeat = setInterval(() => {
    renew().catch((error: unknown) => {
      strapi.log.warn(`contact-management: job ${job.id} is not renewed: ${causeOf(error)}`);
      if (now() < until) return;
      renewal = 'lost';
      ended.abort();
    });
  }, lease / 3);
  const stop = () => {
    clearInterval(heartbeat);
    gone.removeEventListener('abort', stop);
  };
  gone.addEventListener('abort', stop, { once: true });
  return { ended: ended.signal, renew, renewal: () => renewal, stop };
};

/** A server that stops gives the job back, and that is no attempt that failed. */
const interrupted = ({ attempts }: JobRow, renewal: Renewal): object =>
  renewal === 'cancelled'
    ? { status: 'cancelled', finished_at: now() }
    : { status: 'queued', run_at: now(), attempts: attempts - 1 };

const failed = (strapi: Core.Strapi, { id, name, attempts }: JobRow, error: unknown): object => {
  const verdict = afterFailure(error, attempts);
  // A refusal is the job's answer, which whoever started it gets to read.
  if (!isFinal(error)) {
    strapi.log.error(`contact-management: job ${id} (${name}) failed: ${causeOf(error)}`);
  }
  return verdict.again
    ? { status: 'queued', run_at: now() + verdict.after }
    : { status: 'failed', finished_at: now(), error: verdict.error };
};

const progressOf = ({ done, failed: failures, total, position }: JobRow): JobProgress => ({
  done: Number(done),
  failed: Number(failures),
  total: total === null ? null : Number(total),
  position: position === null ? null : (JSON.parse(position) as unknown),
});
