/**
 * Keeps "last seen" fresh. Written at most once a minute for one visitor within a visit: on a busy site
 * these updates would cost more than the activities themselves, and nobody reads seconds there.
 */
import { MINUTE } from '../../platform/clock';
import type { BulkSql, TableShape } from '../../platform/sql/bulk-sql';
import { CONTACTS_TABLE } from '../contacts';
import { logTrackingConsents } from '../privacy';
import { CAMPAIGN_FIELDS, campaignOf } from './last-campaign';
import type { ResolvedVisitor } from './resolve-visitors';
import type { Sighting } from './sighting';
import { visitorTouchShape } from './tables';

export interface Touch {
  visitor: ResolvedVisitor;
  /** Epoch milliseconds of the newest activity. */
  at: number;
  /** Said along with the activity; null when nothing was said. */
  tracking: boolean | null;
}

const contactTouches = {
  name: CONTACTS_TABLE,
  columns: { id: 'bigint', last_activity_at: 'timestamp' },
} as TableShape<{ id: number; last_activity_at: Date }>;

/** Attributes of the contact that a visit writes here or where it starts (last-campaign.ts). */
export const touchedFields = ({
  visitor,
  sighting,
  at,
}: {
  visitor: ResolvedVisitor;
  sighting: Sighting;
  at: number;
}): string[] => [
  ...(isSeen({ visitor, at }) ? ['lastActivityAt'] : []),
  ...(visitor.startedSession && Object.values(campaignOf(sighting)).some(isSaid)
    ? CAMPAIGN_FIELDS
    : []),
];

/** Moves contacts' last activity forward, never back. `rows` in the order of their ids. */
export const touchContacts = (
  sql: BulkSql,
  rows: { id: number; last_activity_at: Date }[]
): Promise<void> => sql.update(contactTouches, 'id', { last_activity_at: 'max' }, rows);

export const touchVisitors = async (sql: BulkSql, touches: Touch[]): Promise<void> => {
  const newest = newestPerVisitor(touches);
  const seen = newest.filter(isSeen);
  const said = newest.flatMap(({ visitor, at, tracking }) =>
    tracking === null || tracking === visitor.tracking ? [] : [{ visitor, at, tracking }]
  );
  const due = [...seen, ...said.filter((touch) => !isSeen(touch))];
  await Promise.all([
    sql.update(
      visitorTouchShape,
      'id',
      { session_id: 'set', last_seen_at: 'max', tracking: 'set' },
      due
        .map(({ visitor, at, tracking }) => ({
          id: visitor.id,
          session_id: visitor.sessionId ?? undefined,
          last_seen_at: at,
          tracking: tracking ?? undefined,
        }))
        .sort(byId)
    ),
    touchContacts(sql, newestPerContact(seen).sort(byId)),
    logTrackingConsents(
      sql,
      said.map(({ visitor, at, tracking }) => ({
        contactId: visitor.contactId,
        visitorId: visitor.id,
        granted: tracking,
        at,
      }))
    ),
  ]);
};

const isSeen = ({ visitor, at }: Pick<Touch, 'visitor' | 'at'>): boolean =>
  visitor.startedSession || at - visitor.lastSeenAt > MINUTE;

const isSaid = (part: string | null): boolean => part !== null;

const byId = (a: { id: number }, b: { id: number }) => a.id - b.id;

const newestPerVisitor = (touches: Touch[]): Touch[] => {
  const newest = new Map<number, Touch>();
  for (const touch of touches) {
    const other = newest.get(touch.visitor.id);
    const tracking = touch.tracking ?? other?.tracking ?? null;
    const at = Math.max(touch.at, other?.at ?? 0);
    newest.set(touch.visitor.id, { visitor: touch.visitor, at, tracking });
  }
  return [...newest.values()];
};

const newestPerContact = (touches: Touch[]) => {
  const newest = new Map<number, number>();
  for (const { visitor, at } of touches) {
    newest.set(visitor.contactId, Math.max(at, newest.get(visitor.contactId) ?? 0));
  }
  return [...newest].map(([id, at]) => ({ id, last_activity_at: new Date(at) }));
};
