/**
 * The job that tells who reached a threshold: the event first, and then people by e-mail. Several
 * servers may have noted crossings; one job at a time tells them.
 */
import type { Core } from '@strapi/strapi';
import { now } from '../../../platform/clock';
import type { JobHandler } from '../../../platform/jobs/contract';
import { jobs } from '../../../platform/jobs/service';
import { jobRows } from '../../../platform/jobs/table';
import { events } from '../../../platform/plugin';
import { aliased, inTable } from '../../../platform/sql/table';
import { CONTACTS_TABLE } from '../../contacts';
import { CROSSINGS_TABLE, type Threshold } from '../contract';
import { readLiveScores, type LiveScore } from '../live-rules';
import { mailCrossings } from './mail-crossings';

export const TELL_JOB = 'scoring.tell';

export const tellSoon = async (strapi: Core.Strapi): Promise<void> => {
  if (await jobs(strapi).isPending(TELL_JOB)) return;
  await jobs(strapi).add({ name: TELL_JOB, payload: {}, createdBy: null });
};

export const tellCrossings: JobHandler = async ({ strapi, signal }) => {
  // They come with every visit that counts: kept for a month, they would hide all others.
  await jobRows(strapi).where({ name: TELL_JOB, status: 'done' }).delete();
  let told = 0;
  for (;;) {
    const scores = await readLiveScores(strapi);
    const announced = await announceSome(strapi, scores);
    told += announced;
    if (signal.aborted) return null;
    if (announced === 0) break;
  }
  return { told, mailed: await mailCrossings(strapi, await readLiveScores(strapi)) };
};

const AT_ONCE = 500;

interface Waiting {
  id: number;
  contactId: number;
  documentId: string;
  scoreId: number;
  thresholdId: number;
  total: string | number;
}

/**
 * Marked first: a server that dies between the two leaves somebody untold rather than told twice.
 * Answers with how many were told.
 */
const announceSome = async (strapi: Core.Strapi, scores: LiveScore[]): Promise<number> => {
  const rows = (await aliased(strapi, { k: CROSSINGS_TABLE })
    .join({ c: CONTACTS_TABLE }, 'c.id', 'k.contact_id')
    .whereNull('k.announced_at')
    .orderBy('k.id')
    .limit(AT_ONCE)
    .select({
      ...{ id: 'k.id', contactId: 'k.contact_id', documentId: 'c.document_id' },
      ...{ scoreId: 'k.score_id', thresholdId: 'k.threshold_id', total: 'k.total' },
    })) as unknown as Waiting[];
  if (rows.length === 0) return 0;
  await inTable(strapi, CROSSINGS_TABLE)
    .whereIn(
      'id',
      rows.map(({ id }) => id)
    )
    .update({ announced_at: now() });
  for (const score of scores) {
    for (const threshold of score.thresholds) {
      const reached = rows.filter(
        (row) => row.scoreId === score.scoreId && row.thresholdId === threshold.id
      );
      if (reached.length > 0) await announce(strapi, { score, threshold, reached });
    }
  }
  return rows.length;
};

/** Whoever gets an address later has missed them. */
const NOBODY_TO_MAIL = 0;

const announce = async (
  strapi: Core.Strapi,
  { score, threshold, reached }: { score: LiveScore; threshold: Threshold; reached: Waiting[] }
): Promise<void> => {
  if (threshold.emails.length === 0) {
    const ids = reached.map(({ id }) => id);
    await inTable(strapi, CROSSINGS_TABLE).whereIn('id', ids).update({ mailed_at: NOBODY_TO_MAIL });
  }
  await events(strapi).emit('score.reached', {
    score: score.name,
    threshold: { name: threshold.name, at: threshold.at },
    contacts: reached.map(({ contactId, documentId, total }) => ({
      contactId,
      documentId,
      total: Number(total),
    })),
  });
};
