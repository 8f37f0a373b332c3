/**
 * One batch of visits, one transaction: who they are, which visit of theirs this is, what they did,
 * when they were last seen.
 */
import type { Core } from '@strapi/strapi';
import { queueBulk } from '../../../platform/recalculation/queue';
import { bulkTransaction } from '../../../platform/sql/bulk';
import { activityStore, announceActivities, type Activity } from '../../activities';
import {
  outlasts,
  resolveVisitors,
  startVisits,
  touchVisitors,
  type ResolvedVisitor,
} from '../../identity';
import type { IgnoredReason } from '../contract';
import { newestOf, sightingOf, type Visit, type VisitResult } from './visit';
import { changesOfVisits } from './visit-changes';

export interface WriteOptions {
  consentRequired: boolean;
}

interface Written {
  results: VisitResult[];
  newContacts: number;
  /** The event ids that were new. */
  stored: Set<string>;
  told: { activity: Activity; trusted: boolean }[];
}

export const writeVisits = async (
  strapi: Core.Strapi,
  visits: Visit[],
  options: WriteOptions
): Promise<Pick<Written, 'results' | 'newContacts'>> => {
  const moments = visits.flatMap((visit) => visit.events.map(({ occurredAt }) => occurredAt));
  await activityStore(strapi).prepare(moments);
  const { results, newContacts, ...written } = await write(strapi, visits, options);
  await announce(strapi, written);
  return { results, newContacts };
};

const write = (
  strapi: Core.Strapi,
  visits: Visit[],
  { consentRequired }: WriteOptions
): Promise<Written> =>
  bulkTransaction(strapi, async (sql) => {
    const store = activityStore(strapi);
    const sightings = visits.map((visit) => sightingOf(visit, consentRequired));
    const { visitors, newContacts } = await resolveVisitors(sql, sightings);

    const taken = visits.flatMap((visit, at) => {
      const visitor = visitors.get(visit.key);
      const sighting = sightings[at];
      if (!visitor || !sighting || ignoredBecause(visit, visitor, consentRequired)) return [];
      return [{ visit, visitor, sighting }];
    });
    await startVisits(sql, taken);
    const activities = taken.flatMap(({ visit, visitor }) =>
      visit.events.map((event) => toActivity(event, visit, visitor))
    );
    // Sent together: none needs another's answer.
    const [stored] = await Promise.all([
      store.append(sql, activities),
      store.anchor(sql, newContacts),
      touchVisitors(
        sql,
        taken.map(({ visit, visitor }) => ({
          visitor,
          at: newestOf(visit),
          tracking: visit.tracking,
        }))
      ),
      queueBulk(strapi, sql, changesOfVisits(taken, newContacts)),
    ]);
    return {
      results: resultsOf(visits, visitors, { stored, consentRequired }),
      newContacts: newContacts.length,
      stored,
      told: toldBy(taken, activities),
    };
  });

/** What the visitor said last counts: a grant in this request undoes a refusal before it. */
const ignoredBecause = (
  visit: Visit,
  visitor: ResolvedVisitor | undefined,
  consentRequired: boolean
): IgnoredReason | null => {
  const counts = outlasts(visit.receivedAt, visitor?.refusedAt ?? null);
  const consent = (counts ? visit.tracking : null) ?? visitor?.tracking ?? null;
  if (consent === false || (consentRequired && consent !== true)) return 'consent';
  if (visitor?.contactKind === null) return 'consent';
  return visitor?.monitored === false ? 'not-monitored' : null;
};

/** One spread and no rest: copying the event twice took a thirtieth of a busy server's time. */
const toActivity = (
  event: Visit['events'][number],
  { userAgent, receivedAt }: Visit,
  visitor: ResolvedVisitor
): Activity => ({
  ...event,
  browser: userAgent.browser,
  os: userAgent.os,
  device: userAgent.device,
  contactId: visitor.contactId,
  visitorId: visitor.id,
  sessionId: visitor.sessionId,
  receivedAt,
  itemUid: event.item?.uid ?? null,
  itemDocumentId: event.item?.documentId ?? null,
  country: null,
});

const resultsOf = (
  visits: Visit[],
  visitors: Map<Visit['key'], ResolvedVisitor>,
  { stored, consentRequired }: { stored: Set<string>; consentRequired: boolean }
): VisitResult[] => {
  // Of two requests with the same event in one batch, the first has it and the second is the duplicate.
  const unclaimed = new Set(stored);
  return visits.map((visit) => {
    const visitor = visitors.get(visit.key);
    const ignored = ignoredBecause(visit, visitor, consentRequired);
    if (visitor && ignored === 'not-monitored' && visitor.link === 'claimed') {
      // Somebody who only claims to be that person is not told that they are known and left alone.
      return { accepted: visit.events.length, duplicates: 0, contactId: visitor.contactId };
    }
    if (ignored || !visitor) return { ignored: ignored ?? 'consent' };
    const accepted = visit.events.filter(({ eventId }) => unclaimed.delete(eventId)).length;
    const duplicates = visit.events.length - accepted;
    return { accepted, duplicates, contactId: visitor.contactId };
  });
};

/** A browser that only claims to be a contact is believed less: its purchases change nobody's state. */
const toldBy = (taken: { visitor: ResolvedVisitor }[], activities: Activity[]) => {
  const claimed = new Set(
    taken.flatMap(({ visitor }) => (visitor.link === 'claimed' ? [visitor.id] : []))
  );
  return activities.map((activity) => ({
    activity,
    trusted: !claimed.has(activity.visitorId ?? 0),
  }));
};

const announce = async (
  strapi: Core.Strapi,
  { told, stored }: Pick<Written, 'told' | 'stored'>
) => {
  for (const trusted of [true, false]) {
    const activities = told.filter((one) => one.trusted === trusted).map((one) => one.activity);
    await announceActivities(strapi, activities, { stored, trusted });
  }
};
