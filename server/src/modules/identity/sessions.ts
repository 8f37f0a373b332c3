/**
 * Visits: a visitor's activities with no pause of half an hour (the pause web analytics agree on).
 * A session's row is written once, when it starts; where it ended is told by its activities.
 */
import { MINUTE, type Milliseconds } from '../../platform/clock';
import type { BulkSql, TableShape } from '../../platform/sql/bulk-sql';
import type { Sighting } from './sighting';
import { sessionsShape, type SessionRow } from './tables';

export const SESSION_PAUSE: Milliseconds = 30 * MINUTE;

export interface Arrival {
  visitorId: number;
  contactId: number;
  sighting: Sighting;
}

export const startsSession = (
  visitor: { sessionId: number | null; lastSeenAt: Milliseconds },
  at: Milliseconds
): boolean => visitor.sessionId === null || at - visitor.lastSeenAt > SESSION_PAUSE;

type NewSessionRow = SessionRow & { id?: number };
const newSessions = sessionsShape as TableShape<NewSessionRow>;

/** Answers with the session's id for each visitor's id. */
export const insertSessions = async (
  sql: BulkSql,
  arrivals: Arrival[]
): Promise<Map<number, number>> => {
  const inserted = await sql.insert(newSessions, arrivals.map(toRow), {
    returning: ['id', 'visitor_id'],
  });
  return new Map(inserted.map(({ id, visitor_id }) => [Number(visitor_id), Number(id)]));
};

const toRow = ({ visitorId, contactId, sighting }: Arrival): NewSessionRow => ({
  visitor_id: visitorId,
  contact_id: contactId,
  started_at: sighting.at,
  landing_url: sighting.landingUrl,
  referrer: sighting.referrer,
  utm_source: sighting.utmSource,
  utm_medium: sighting.utmMedium,
  utm_campaign: sighting.utmCampaign,
  country: sighting.country,
  device: sighting.device,
  browser: sighting.browser,
  os: sighting.os,
  address: sighting.address,
});
