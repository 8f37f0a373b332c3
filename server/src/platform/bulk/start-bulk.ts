/** Starts a bulk change, or its undoing, as a job. */
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import { adminIdOf, isAllowed } from '../admin-user';
import { ConflictError } from '../conflict-error';
import type { JobView } from '../jobs/contract';
import { jobs } from '../jobs/service';
import { inTable } from '../sql/table';
import { APPLY_JOB, type ApplyPayload } from './apply-job';
import { addBatch, findBatch, hasChangesLeft } from './batches';
import type { BulkStarted } from './contract';
import { parseRequest } from './parse-request';
import { bulkRegistry } from './registry';
import { BATCHES_TABLE, type BatchRow } from './tables';
import { UNDO_JOB } from './undo-job';

/** The action's permission is asked for here, on top of the route's. Answers 202. */
export const startBulk = async (
  strapi: Core.Strapi,
  subject: string,
  ctx: Context
): Promise<BulkStarted> => {
  const { action, ...request } = await parseRequest(strapi, subject, ctx.request.body);
  if (!isAllowed(ctx, action.permission)) throw new errors.ForbiddenError();
  const createdBy = adminIdOf(ctx);
  const { selection, value, why } = request;
  const rows = bulkRegistry(strapi).subject(subject);
  if (!isAllowed(ctx, rows.permissions?.(strapi, selection) ?? []))
    throw new errors.ForbiddenError();
  const upTo = await rows.newest(strapi);
  const named = { subject, action: action.action };
  const batchId = await addBatch(strapi, { ...named, ...request, createdBy });
  const by = `admin:${createdBy}`;
  const payload: ApplyPayload = { ...named, batchId, value, selection, why, by, upTo };
  const jobId = await jobs(strapi).add({
    name: APPLY_JOB,
    payload: { ...payload },
    createdBy,
    area: subject,
  });
  await inTable(strapi, BATCHES_TABLE).where('id', batchId).update({ job_id: jobId });
  ctx.status = 202;
  return { jobId, batchId };
};

/**
 * Throws ConflictError while the change or an undo of it runs, and when nothing is left to undo. Two
 * undos that were started in the same moment do no harm: each row goes to one of them.
 */
export const startUndo = async (
  strapi: Core.Strapi,
  id: string,
  ctx: Context
): Promise<BulkStarted> => {
  const batch = await findBatch(strapi, id);
  const { permission } = bulkRegistry(strapi).action(batch.subject, batch.action);
  if (!isAllowed(ctx, permission)) throw new errors.ForbiddenError();
  await refuseWhileRunning(strapi, batch);
  if (!(await hasChangesLeft(strapi, id))) {
    throw new ConflictError('Nothing is left of this bulk change that could be undone');
  }
  const createdBy = adminIdOf(ctx);
  const jobId = await jobs(strapi).add({
    name: UNDO_JOB,
    payload: { batchId: id, by: `admin:${createdBy}` },
    createdBy,
    area: batch.subject,
  });
  const claimed = await inTable(strapi, BATCHES_TABLE)
    .where({ id, undo_job_id: batch.undo_job_id })
    .update({ undo_job_id: jobId });
  if (claimed !== 1) {
    await jobs(strapi).cancel(jobId);
    throw new ConflictError(UNDOING);
  }
  ctx.status = 202;
  return { jobId, batchId: id };
};

const UNDOING = 'This bulk change is being undone already';

const refuseWhileRunning = async (strapi: Core.Strapi, batch: BatchRow): Promise<void> => {
  const ids = [batch.job_id, batch.undo_job_id].flatMap((id) => (id === null ? [] : String(id)));
  const found = await jobs(strapi).findMany(ids);
  if (found.some((job) => isUnderWay(job) && job.name === UNDO_JOB)) {
    throw new ConflictError(UNDOING);
  }
  if (found.some(isUnderWay)) {
    throw new ConflictError('This bulk change is still running: cancel it first, or let it end');
  }
};

export const isUnderWay = ({ status }: JobView): boolean =>
  status === 'queued' || status === 'running';
