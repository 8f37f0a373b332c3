/** A visit starts with the first activity that is recorded after the last visit is over. */
import type { BulkSql } from '../../platform/sql/bulk-sql';
import { keepLastCampaign } from './last-campaign';
import type { ResolvedVisitor } from './resolve-visitors';
import { insertSessions, startsSession } from './sessions';
import type { Sighting } from './sighting';

export interface Seen {
  visitor: ResolvedVisitor;
  sighting: Sighting;
}

/** Sets the visitors' `sessionId` where a visit starts. Only for what is going to be recorded. */
export const startVisits = async (sql: BulkSql, seen: Seen[]): Promise<void> => {
  const arrivals = earliest(seen)
    .filter(({ visitor, sighting }) => startsSession(visitor, sighting.at))
    .map((one) => ({ ...one, visitorId: one.visitor.id, contactId: one.visitor.contactId }));
  if (arrivals.length === 0) return;
  const [sessions] = await Promise.all([
    insertSessions(sql, arrivals),
    keepLastCampaign(
      sql,
      // A browser that only claims to be a contact overwrites nothing of theirs.
      arrivals.filter(({ visitor }) => visitor.link !== 'claimed')
    ),
  ]);
  for (const { visitor } of arrivals) {
    visitor.sessionId = sessions.get(visitor.id) ?? null;
    visitor.startedSession = true;
  }
};

const earliest = (seen: Seen[]): Seen[] => {
  const byVisitor = new Map<number, Seen>();
  for (const one of seen) {
    const other = byVisitor.get(one.visitor.id);
    if (!other || one.sighting.at < other.sighting.at) byVisitor.set(one.visitor.id, one);
  }
  return [...byVisitor.values()];
};
