/** Scores and points in tests. */
import { randomUUID } from 'node:crypto';
import { activities, type NewActivity } from '../../server/src/modules/activities';
import {
  AWARDS_TABLE,
  CROSSINGS_TABLE,
  SCORE_UID,
  TOTALS_TABLE,
  scoring,
} from '../../server/src/modules/scoring';
import { followClock } from '../../server/src/modules/scoring/recompute/clock';
import { recompute } from '../../server/src/modules/scoring/recompute/recompute-job';
import { tellCrossings } from '../../server/src/modules/scoring/thresholds/tell-crossings';
import type { JobContext, JobHandler } from '../../server/src/platform/jobs/contract';
import { jobRows } from '../../server/src/platform/jobs/table';
import { recalculation } from '../../server/src/platform/recalculation/recalculation-module';
import { documentsOf, type Entry } from './documents';
import type { TestSite } from './strapi';

export const onActivity = (activity: string, more: object = {}) => ({
  on: { kind: 'activity', activity },
  ...more,
});

export const onCondition = (condition: object, more: object = {}) => ({
  on: { kind: 'condition', condition },
  ...more,
});

export const country = (...value: string[]) => ({
  type: 'attribute',
  field: 'country',
  operator: 'in',
  value,
});

export const scoresOf = (site: TestSite) => {
  const documents = documentsOf(site, SCORE_UID);
  const table = (name: string) => site.strapi.db.getConnection(name);
  const run = (handler: JobHandler, context: Partial<JobContext> = {}) =>
    handler({
      strapi: site.strapi,
      payload: {},
      progress: { done: 0, failed: 0, total: null, position: null },
      report: () => Promise.resolve(),
      signal: new AbortController().signal,
      ...context,
    });
  /** Until nothing waits and no job of ours is under way. */
  const settled = async (): Promise<void> => {
    for (;;) {
      await recalculation(site.strapi).drained();
      const busy: unknown = await jobRows(site.strapi)
        .whereIn('name', ['scoring.recompute', 'scoring.tell', 'scoring.clock'])
        .whereIn('status', ['queued', 'running'])
        .first('id');
      if (!busy && (await recalculation(site.strapi).waitingSince()) === null) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const total = async (score: Entry, contact: Entry): Promise<number> => {
    const row: { total: unknown } | undefined = await table(TOTALS_TABLE)
      .where({ score_id: score.id, contact_id: contact.id })
      .first('total');
    return Number(row?.total ?? 0);
  };
  return {
    documents,
    settled,
    drained: () => recalculation(site.strapi).drained(),
    total,
    /** Rules get names where they have none. */
    newScore: async (name: string, rules: object[], data: object = {}): Promise<Entry> => {
      const score = await documents.create({
        data: {
          name,
          displayName: name,
          rules: rules.map((rule, at) => ({ name: `Rule ${at + 1}`, points: 10, ...rule })),
          ...data,
        },
      });
      await settled();
      return score;
    },
    update: async (score: Entry, data: object): Promise<void> => {
      await documents.update({ documentId: score.documentId, data });
      await settled();
    },
    did: async (contact: Entry, type: string, more: Partial<NewActivity> = {}): Promise<void> => {
      const eventId = randomUUID();
      await activities(site.strapi).append([{ eventId, contactId: contact.id, type, ...more }]);
    },
    awards: (contact: Entry): Promise<Record<string, unknown>[]> =>
      table(AWARDS_TABLE).where('contact_id', contact.id).orderBy('awarded_at'),
    crossings: (): Promise<Record<string, unknown>[]> => table(CROSSINGS_TABLE).orderBy('id'),
    ofContact: (contact: Entry) => scoring(site.strapi).ofContact(contact.documentId),
    recompute: (context?: Partial<JobContext>) => run(recompute, context),
    followClock: () => run(followClock),
    tell: () => run(tellCrossings),
  };
};
