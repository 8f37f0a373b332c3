/** Long work: named jobs with progress, seen by editors while they run. */
import type { Core } from '@strapi/strapi';

export const JOB_STATUSES = ['queued', 'running', 'done', 'failed', 'cancelled'] as const;
export type JobStatus = (typeof JOB_STATUSES)[number];

export interface JobProgress {
  done: number;
  failed: number;
  total: number | null;
  /** Where to go on after a stop; JSON, the handler's own. */
  position: unknown;
}

export interface JobContext {
  strapi: Core.Strapi;
  payload: Record<string, unknown>;
  /** Of an earlier attempt that was cut off; all zero on the first. */
  progress: JobProgress;
  /** Saves how far the job is. */
  report: (progress: JobProgress) => Promise<void>;
  /** Aborted when the job is cancelled, the server stops, or another server has taken it over. */
  signal: AbortSignal;
}

export interface JobHandler {
  /** Returns early when the signal is aborted; what it answers is kept as the job's result. */
  (job: JobContext): Promise<Record<string, unknown> | null>;
  /** A job of this name waits until the one that runs is over, on whichever server. */
  isAlone?: boolean;
}

export interface JobView {
  id: string;
  name: string;
  /** Whose permissions it takes: `accounts` is seen with `accounts.read`, stopped with `accounts.update`. */
  area: string;
  status: JobStatus;
  done: number;
  total: number | null;
  failed: number;
  result: Record<string, unknown> | null;
  /** A sentence for people. */
  error: string | null;
  createdAt: string;
  finishedAt: string | null;
  /** Null also when that user is gone. */
  createdBy: { id: number; name: string } | null;
  /** No person started it, so nobody would start it again: it cannot be cancelled. */
  byServer: boolean;
}
