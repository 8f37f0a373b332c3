/**
 * Devices and visits. The plugin makes visitors and sessions itself when somebody comes to the site;
 * it has no door for visits of last month, so its two tables are filled directly.
 */
import type { Core } from '@strapi/strapi';
import type { SampleVisit } from '../types';
import { existing, inBatches } from './batches';
import type { ContactIds } from './load-contacts';

const VISITORS = 'cm_visitors';
const SESSIONS = 'cm_sessions';

/** → visitor key → row id */
export const loadVisitors = async (
  strapi: Core.Strapi,
  { visits, contactIds }: { visits: SampleVisit[]; contactIds: ContactIds }
): Promise<Map<string, number>> => {
  const byKey = new Map<string, SampleVisit[]>();
  for (const visit of visits) {
    const { visitorKey } = visit.device;
    byKey.set(visitorKey, [...(byKey.get(visitorKey) ?? []), visit]);
  }
  const keys = [...byKey.keys()];
  const there = await existing(strapi, { table: VISITORS, column: 'visitor_key', values: keys });
  const rows = [...byKey].flatMap(([key, [first, ...later]]) =>
    first && !there.has(key) ? [toVisitor(first, later.at(-1) ?? first, contactIds)] : []
  );
  for (const batch of inBatches(rows)) await strapi.db.getConnection(VISITORS).insert(batch);
  return readVisitorIds(strapi, keys);
};

const toVisitor = (first: SampleVisit, last: SampleVisit, contactIds: ContactIds) => ({
  visitor_key: first.device.visitorKey,
  contact_id: contactIds.get(first.contactKey) ?? null,
  link: 'own',
  user_agent_family: first.device.browser,
  device: first.device.device,
  os: first.device.os,
  first_seen_at: first.startedAt,
  last_seen_at: last.activities.at(-1)?.occurredAt ?? last.startedAt,
});

const readVisitorIds = async (strapi: Core.Strapi, keys: string[]) => {
  const ids = new Map<string, number>();
  for (const batch of inBatches(keys)) {
    const rows: { id: number | string; visitor_key: string }[] = await strapi.db
      .getConnection(VISITORS)
      .whereIn('visitor_key', batch)
      .select('id', 'visitor_key');
    for (const { id, visitor_key } of rows) ids.set(visitor_key, Number(id));
  }
  return ids;
};

export const sessionKey = (visitorId: number | string, startedAt: number | string) =>
  `${visitorId} ${startedAt}`;

/** → visitor id and start → row id */
export const loadSessions = async (
  strapi: Core.Strapi,
  {
    visits,
    contactIds,
    visitorIds,
  }: { visits: SampleVisit[]; contactIds: ContactIds; visitorIds: Map<string, number> }
): Promise<Map<string, number>> => {
  const there = await readSessionIds(strapi, [...visitorIds.values()]);
  const rows = visits.flatMap((visit) => {
    const visitorId = visitorIds.get(visit.device.visitorKey);
    if (visitorId === undefined || there.has(sessionKey(visitorId, visit.startedAt))) return [];
    return [toSession(visit, visitorId, contactIds.get(visit.contactKey) ?? null)];
  });
  for (const batch of inBatches(rows)) await strapi.db.getConnection(SESSIONS).insert(batch);
  return readSessionIds(strapi, [...visitorIds.values()]);
};

const toSession = (visit: SampleVisit, visitorId: number, contactId: number | null) => ({
  visitor_id: visitorId,
  contact_id: contactId,
  started_at: visit.startedAt,
  landing_url: visit.activities[0]?.url ?? null,
  referrer: visit.source.referrer,
  utm_source: visit.source.utmSource,
  utm_medium: visit.source.utmMedium,
  utm_campaign: visit.source.utmCampaign,
  device: visit.device.device,
  browser: visit.device.browser,
  os: visit.device.os,
});

const readSessionIds = async (strapi: Core.Strapi, visitorIds: number[]) => {
  const ids = new Map<string, number>();
  for (const batch of inBatches(visitorIds)) {
    const rows: Record<string, number | string>[] = await strapi.db
      .getConnection(SESSIONS)
      .whereIn('visitor_id', batch)
      .select('id', 'visitor_id', 'started_at');
    for (const { id, visitor_id, started_at } of rows) {
      ids.set(sessionKey(visitor_id ?? '', started_at ?? ''), Number(id));
    }
  }
  return ids;
};
