/**
 * Where activities are kept. Everything that reads or writes them goes through this interface, so that
 * a site that outgrows its database can keep them elsewhere.
 */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { Milliseconds } from '../../platform/clock';
import type { BulkSql } from '../../platform/sql/bulk-sql';
import { inTable } from '../../platform/sql/table';
import { CONTACTS_TABLE } from '../contacts';
import {
  ACTIVITIES_TABLE,
  type Activity,
  type ActivityPage,
  type ContactSummary,
  type TimelineQuery,
} from './contract';
import { createPartitions } from './partitions';
import {
  activitiesShape,
  ANCHORS_TABLE,
  anchorsShape,
  IDS_TABLE,
  type ActivityRow,
} from './tables';
import { readSummary } from './summary';
import { readTimeline } from './timeline';
import { toRow } from './activity-row';

export interface ActivityStore {
  /** Makes room for activities of these moments; to be called before the transaction they go into. */
  prepare(moments: Milliseconds[]): Promise<void>;
  /**
   * Appends inside the caller's transaction. Activities whose event id is stored already are left out.
   * Answers with the event ids that were new.
   */
  append(sql: BulkSql, activities: Activity[]): Promise<Set<string>>;
  /** Remembers which person a row number stands for; needed once before their first activity. */
  anchor(sql: BulkSql, contacts: { document_id: string; contact_id: number }[]): Promise<void>;
  /**
   * The same for a contact that rows of our own tables begin to point at without an activity. Without
   * its anchor, those rows would be a stranger's after an import.
   */
  anchorContact(trx: Knex.Transaction, contactId: number): Promise<void>;
  /** The row number of the contact whose activity this is; undefined when there is none. */
  contactOf(eventId: string): Promise<number | undefined>;
  timeline(query: TimelineQuery): Promise<ActivityPage>;
  summary(contactId: number, now: Milliseconds): Promise<ContactSummary>;
  /** Partitions of the months ahead. */
  prepareAhead(now: Milliseconds): Promise<void>;
}

const MONTHS_AHEAD = 2;

export const createActivityStore = ({ strapi }: { strapi: Core.Strapi }): ActivityStore => {
  const partitions = createPartitions(strapi);
  return {
    prepare: (moments) => partitions.ensure(moments),
    prepareAhead: (now) => partitions.ensureAhead(now, MONTHS_AHEAD),
    async contactOf(eventId) {
      const found: unknown = await inTable(strapi, ACTIVITIES_TABLE)
        .where('event_id', eventId)
        .first('contact_id');
      return (found as Pick<ActivityRow, 'contact_id'> | undefined)?.contact_id ?? undefined;
    },
    append: (sql, activities) => appendTo(sql, onlyFirstOfEachId(activities)),
    anchor: async (sql, contacts) => {
      await sql.insert(anchorsShape, contacts, { unlessExists: 'document_id' });
    },
    anchorContact: (trx, contactId) => anchorContact(strapi, trx, contactId),
    timeline: (query) => readTimeline(strapi, query),
    summary: (contactId, now) => readSummary(strapi, contactId, now),
  };
};

const anchorContact = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  contactId: number
): Promise<void> => {
  const contact = await inTable(strapi, CONTACTS_TABLE, trx)
    .where('id', contactId)
    .first('document_id');
  if (!contact) return;
  await inTable(strapi, ANCHORS_TABLE, trx)
    .insert({ document_id: contact.document_id, contact_id: contactId })
    .onConflict('document_id')
    .ignore();
};

const onlyFirstOfEachId = (activities: Activity[]): Activity[] => {
  const byId = new Map<string, Activity>();
  for (const activity of activities) {
    if (!byId.has(activity.eventId)) byId.set(activity.eventId, activity);
  }
  return [...byId.values()];
};

const appendTo = async (sql: BulkSql, activities: Activity[]): Promise<Set<string>> => {
  const rows = activities.map(toRow);
  const inserted = sql.rows
    ? await sql.rows.fromRows<ActivityRow, Pick<ActivityRow, 'event_id'>>(
        APPEND_PARTITIONED,
        activitiesShape,
        rows.sort(byEventId)
      )
    : await sql.insert(activitiesShape, rows, {
        unlessExists: 'event_id',
        returning: ['event_id'],
      });
  return new Set(inserted.map(({ event_id }) => event_id));
};

/** Two transactions that take the same ids must take them in one order, or they wait for each other. */
const byEventId = (a: ActivityRow, b: ActivityRow) => (a.event_id < b.event_id ? -1 : 1);

const COLUMNS = Object.keys(activitiesShape.columns).join(', ');

/** The ids decide which rows are new; see tables.ts. */
const APPEND_PARTITIONED = `
  with given as materialized (select * from {rows}),
  fresh as (
    insert into ${IDS_TABLE} (event_id, occurred_at) select event_id, occurred_at from given
    on conflict (event_id) do nothing returning event_id
  )
  insert into ${ACTIVITIES_TABLE} (${COLUMNS})
  select ${COLUMNS} from given where event_id in (select event_id from fresh)
  returning event_id`;
