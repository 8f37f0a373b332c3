/** What the rest of the plugin, and a site's own code, may ask of activities. */
import type { Core } from '@strapi/strapi';
import { now } from '../../platform/clock';
import { events, service } from '../../platform/plugin';
import { queueBulk } from '../../platform/recalculation/queue';
import { bulkTransaction } from '../../platform/sql/bulk';
import type { BulkSql } from '../../platform/sql/bulk-sql';
import type { Dialect } from '../../platform/sql/dialect';
import { CONTACTS_TABLE } from '../contacts';
import { toActivity } from './activity-row';
import type { Activity, NewActivity } from './contract';
import type { ActivityStore } from './store';
import type { ActivityTypes } from './activity-types';

export interface Activities {
  /**
   * Records activities of contacts that are there; an event id that is stored already is left out.
   * Answers with the event ids that were new. Throws when the database refuses.
   */
  append(activities: NewActivity[]): Promise<Set<string>>;
}

export const createActivities = ({ strapi }: { strapi: Core.Strapi }): Activities => ({
  async append(given) {
    const receivedAt = now();
    const activities = given.map((activity) => toActivity(activity, receivedAt));
    const contactIds = [...new Set(activities.flatMap(({ contactId }) => contactId ?? []))];
    const store = activityStore(strapi);
    await store.prepare(activities.map(({ occurredAt }) => occurredAt));
    const stored = await bulkTransaction(strapi, async (sql) => {
      const contacts = await holdContacts(sql, contactIds);
      await store.anchor(sql, contacts);
      const there = new Set(contacts.map(({ contact_id }) => contact_id));
      const kept = activities.filter(({ contactId }) => contactId === null || there.has(contactId));
      await queueBulk(strapi, sql, changesBy(kept));
      return store.append(sql, kept);
    });
    await announceActivities(strapi, activities, { stored, trusted: true });
    return stored;
  },
});

const changesBy = (activities: Activity[]): Map<number, { activities: string[] }> => {
  const changed = new Map<number, { activities: string[] }>();
  for (const { contactId, type } of activities) {
    if (contactId === null) continue;
    changed.set(contactId, { activities: [...(changed.get(contactId)?.activities ?? []), type] });
  }
  return changed;
};

/** A contact that is erased meanwhile would leave what is written about it to nobody. */
const HOLD: Record<Dialect, string> = {
  postgres: ' order by id for key share',
  mysql: ' order by id lock in share mode',
  sqlite: '',
};

/** Those of them that are there, and stay until the commit. */
export const holdContacts = (sql: BulkSql, contactIds: number[]) =>
  sql.selectIn<{ document_id: string; contact_id: number }>(
    `select document_id, id as contact_id from ${CONTACTS_TABLE} where id in {keys}${HOLD[sql.dialect]}`,
    'bigint',
    contactIds
  );

/** After the commit: tells the modules what is new, and what was sent again. */
export const announceActivities = async (
  strapi: Core.Strapi,
  told: Activity[],
  { stored, trusted }: { stored: Set<string>; trusted: boolean }
): Promise<void> => {
  const recorded = told.filter(({ eventId }) => stored.has(eventId));
  const repeated = told.filter(({ eventId }) => !stored.has(eventId));
  if (recorded.length > 0) {
    await events(strapi).emit('activity.recorded', { activities: recorded, trusted });
  }
  if (repeated.length > 0) {
    await events(strapi).emit('activity.repeated', { activities: repeated, trusted });
  }
};

export const activities = (strapi: Core.Strapi) => service<Activities>(strapi, 'activities');

export const activityStore = (strapi: Core.Strapi) =>
  service<ActivityStore>(strapi, 'activity-store');

export const activityTypes = (strapi: Core.Strapi) =>
  service<ActivityTypes>(strapi, 'activity-types');
