/** Queues the job that asks all contacts. What is saved says `queued` itself, so that a job that is lost is queued again (upkeep.ts). */
import type { Core } from '@strapi/strapi';
import { jobs } from '../../../platform/jobs/service';
import { inTable } from '../../../platform/sql/table';
import { CONTACT_GROUPS_TABLE } from '../contract';
import { readUpkeep, writeUpkeep } from './upkeep-row';

export const REBUILD_JOB = 'groups.rebuild';

/** Answers with the job's id: of the one that waits already, if one does. `by` is an admin user's id. */
export const startRebuild = async (
  strapi: Core.Strapi,
  groupId: number,
  by: number | null = null
): Promise<string> => {
  const waiting = await rebuildJob(strapi, groupId);
  if (waiting?.status === 'queued') return waiting.id;
  await inTable(strapi, CONTACT_GROUPS_TABLE)
    .where('id', groupId)
    .update({ rebuild_state: 'queued' });
  const id = await jobs(strapi).add({ name: REBUILD_JOB, payload: { groupId }, createdBy: by });
  await writeUpkeep(strapi, groupId, { rebuild_job: Number(id) });
  return id;
};

/** The newest one; null when there was none, or it is forgotten. */
export const rebuildJob = async (strapi: Core.Strapi, groupId: number) => {
  const job = (await readUpkeep(strapi, groupId))?.rebuild_job ?? null;
  if (job === null) return null;
  const [found] = await jobs(strapi).findMany([String(job)]);
  return found ?? null;
};
