/**
 * One batch of visits, one transaction: who they are, which visit of theirs this is, what they did,
 * when they were last seen.
 */
import type { Core } from '@strapi/strapi';
import { events } from '../../../platform/plugin';
import { bulkTransaction } from '../../../platform/sql/bulk';
import { activityStore, type Activity } from '../../activities';
import { resolveVisitors, touchVisitors, type ResolvedVisitor } from '../../identity';
import type { IgnoredReason } from '../contract';
import { newestOf, sightingOf, type Visit, type VisitResult } from './visit';

export interface WriteOptions {
  consentRequired: boolean;
}

interface Written {
  results: VisitResult[];
  recorded: { activity: Activity; trusted: boolean }[];
}

export const writeVisits = async (
  strapi: Core.Strapi,
  visits: Visit[],
  options: WriteOptions
): Promise<VisitResult[]> => {
  const moments = visits.flatMap((visit) => visit.events.map(({ occurredAt }) => occurredAt));
  await activityStore(strapi).prepare(moments);
  const { results, recorded } = await write(strapi, visits, options);
  await announce(strapi, recorded);
  return results;
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

    const taken = visits.flatMap((visit) => {
      const visitor = visitors.get(visit.key);
      if (!visitor || ignoredBecause(visit, visitor, consentRequired)) return [];
      return [{ visit, visitor }];
    });
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
    ]);
    return {
      results: resultsOf(visits, visitors, { stored, consentRequired }),
      recorded: recordedOf(taken, activities, stored),
    };
  });

/** What the visitor said last counts: a grant in this request undoes an earlier refusal. */
const ignoredBecause = (
  { tracking }: Visit,
  visitor: ResolvedVisitor | undefined,
  consentRequired: boolean
): IgnoredReason | null => {
  const consent = tracking ?? visitor?.tracking ?? null;
  if (consent === false || (consentRequired && consent !== true)) return 'consent';
  if (visitor?.contactKind === null) return 'consent';
  return visitor?.monitored === false ? 'not-monitored' : null;
};

const toActivity = (
  { item, ...event }: Visit['events'][number],
  { userAgent, receivedAt }: Visit,
  visitor: ResolvedVisitor
): Activity => ({
  ...event,
  ...userAgent,
  contactId: visitor.contactId,
  visitorId: visitor.id,
  sessionId: visitor.sessionId,
  receivedAt,
  itemUid: item?.uid ?? null,
  itemDocumentId: item?.documentId ?? null,
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
    if (ignored || !visitor) return { ignored: ignored ?? 'consent' };
    const accepted = visit.events.filter(({ eventId }) => unclaimed.delete(eventId)).length;
    const duplicates = visit.events.length - accepted;
    return { accepted, duplicates, contactId: visitor.contactId };
  });
};

const recordedOf = (
  taken: { visit: Visit; visitor: ResolvedVisitor }[],
  activities: Activity[],
  stored: Set<string>
) => {
  const trusted = new Set(
    taken.flatMap(({ visitor }) => (visitor.link === 'claimed' ? [] : [visitor.id]))
  );
  return activities
    .filter(({ eventId }) => stored.has(eventId))
    .map((activity) => ({ activity, trusted: trusted.has(activity.visitorId ?? 0) }));
};

/** A browser that only claims to be a contact is believed less: its purchases change nobody's state. */
const announce = async (strapi: Core.Strapi, recorded: Written['recorded']) => {
  for (const trusted of [true, false]) {
    const activities = recorded.filter((one) => one.trusted === trusted).map((one) => one.activity);
    if (activities.length > 0) {
      await events(strapi).emit('activity.recorded', { activities, trusted });
    }
  }
};
