/** Activities that this server vouches for, and the moment their contacts were last active. */
import type { Core } from '@strapi/strapi';
import { now } from '../../../platform/clock';
import { queueBulk } from '../../../platform/recalculation/queue';
import { bulkTransaction } from '../../../platform/sql/bulk';
import type { BulkSql } from '../../../platform/sql/bulk-sql';
import { activities, holdContacts, type NewActivity } from '../../activities';
import { touchContacts } from '../../identity';

export type LoggedActivity = NewActivity & { contactId: number; occurredAt: number };

/** Answers with the event ids that were new. */
export const recordActivities = async (
  strapi: Core.Strapi,
  logged: LoggedActivity[]
): Promise<Set<string>> => {
  if (logged.length === 0) return new Set();
  const stored = await activities(strapi).append(logged);
  const latest = latestOfEach(logged.filter(({ eventId }) => stored.has(eventId)));
  if (latest.length > 0) await bulkTransaction(strapi, (sql) => touch(strapi, sql, latest));
  return stored;
};

const touch = async (
  strapi: Core.Strapi,
  sql: BulkSql,
  latest: ReturnType<typeof latestOfEach>
) => {
  await touchContacts(sql, latest);
  const there = await holdContacts(
    sql,
    latest.map(({ id }) => id)
  );
  const changes = { fields: ['lastActivityAt'] };
  await queueBulk(
    strapi,
    sql,
    there.map(({ contact_id }) => [contact_id, changes] as const)
  );
};

/** An event may lie minutes ahead (clocks differ); nobody was last active in the future. */
const latestOfEach = (logged: LoggedActivity[]) => {
  const latest = new Map<number, number>();
  for (const { contactId, occurredAt } of logged) {
    const at = Math.min(occurredAt, now());
    latest.set(contactId, Math.max(at, latest.get(contactId) ?? 0));
  }
  return [...latest]
    .map(([id, at]) => ({ id, last_activity_at: new Date(at) }))
    .sort((a, b) => a.id - b.id);
};
