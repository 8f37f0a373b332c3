/**
 * The plugin's own tables for activities, made by a migration so that Strapi's schema sync never
 * touches them. Times are epoch milliseconds (UTC) on every database.
 *
 * PostgreSQL partitions by month of `occurred_at` (partitions.ts). A unique index there would have to
 * contain the partition column, and then an id sent twice with two times would be stored twice; so the
 * ids live in `cm_activity_ids`. Elsewhere `event_id` is simply unique.
 */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { now } from '../../platform/clock';
import { addId, createOwnTables } from '../../platform/own-table';
import type { TableShape } from '../../platform/sql/bulk-sql';
import type { Dialect } from '../../platform/sql/dialect';
import { ACTIVITIES_TABLE } from './contract';
import { createOlder } from './partitions';

export const IDS_TABLE = 'cm_activity_ids' as const;
export const ANCHORS_TABLE = 'cm_contact_anchors' as const;

export interface ActivityRow {
  event_id: string;
  contact_id: number | null;
  visitor_id: number | null;
  session_id: number | null;
  type: string;
  occurred_at: number;
  received_at: number;
  title: string | null;
  url: string | null;
  url_hash: bigint | null;
  referrer: string | null;
  value: number | null;
  item_uid: string | null;
  item_document_id: string | null;
  utm_source: string | null;
  utm_medium: string | null;
  utm_campaign: string | null;
  utm_term: string | null;
  utm_content: string | null;
  locale: string | null;
  country: string | null;
  device: string | null;
  browser: string | null;
  os: string | null;
  data: string | null;
}

/** As a database hands it back: big numbers may come as text. */
export type StoredActivityRow = Omit<ActivityRow, 'occurred_at' | 'session_id' | 'value'> & {
  id: number | string;
  occurred_at: number | string;
  session_id: number | string | null;
  value: number | string | null;
};

export const activitiesShape: TableShape<ActivityRow> = {
  name: ACTIVITIES_TABLE,
  columns: {
    event_id: 'text',
    contact_id: 'bigint',
    visitor_id: 'bigint',
    session_id: 'bigint',
    type: 'text',
    occurred_at: 'bigint',
    received_at: 'bigint',
    title: 'text',
    url: 'text',
    url_hash: 'bigint',
    referrer: 'text',
    value: 'decimal',
    item_uid: 'text',
    item_document_id: 'text',
    utm_source: 'text',
    utm_medium: 'text',
    utm_campaign: 'text',
    utm_term: 'text',
    utm_content: 'text',
    locale: 'text',
    country: 'text',
    device: 'text',
    browser: 'text',
    os: 'text',
    data: 'json',
  },
};

/** Which person a row number stood for, so that activities can be reconnected after an import. */
export const anchorsShape: TableShape<{ document_id: string; contact_id: number }> = {
  name: ANCHORS_TABLE,
  columns: { document_id: 'text', contact_id: 'bigint' },
};

export const registerTables = (strapi: Core.Strapi, dialect: Dialect): void => {
  createOwnTables(strapi, '0001-activities', ACTIVITIES_TABLE, async (knex) => {
    await (dialect === 'postgres' ? createPartitioned(knex) : createPlain(knex, dialect));
    await createAnchors(knex);
  });
};

const createAnchors = (knex: Knex) =>
  knex.schema.createTable(ANCHORS_TABLE, (table) => {
    table.string('document_id', 64).primary();
    table.bigInteger('contact_id').notNullable().index('cm_contact_anchors_contact');
  });

/** Ids are compared byte by byte; a server's usual collation on MariaDB holds `a` and `A` for one. */
const EVENT_ID: Record<Exclude<Dialect, 'postgres'>, string> = {
  mysql: 'varchar(100) character set utf8mb4 collate utf8mb4_bin',
  sqlite: 'varchar(100)',
};

const createPlain = (knex: Knex, dialect: Exclude<Dialect, 'postgres'>) =>
  knex.schema.createTable(ACTIVITIES_TABLE, (table) => {
    addId(table, knex);
    table
      .specificType('event_id', EVENT_ID[dialect])
      .notNullable()
      .unique({ indexName: 'cm_activities_event_id' });
    for (const name of ['contact_id', 'visitor_id', 'session_id']) table.bigInteger(name);
    table.string('type', 64).notNullable();
    table.bigInteger('occurred_at').notNullable();
    table.bigInteger('received_at').notNullable();
    table.text('title');
    table.text('url');
    table.bigInteger('url_hash');
    table.text('referrer');
    table.decimal('value', 18, 4);
    table.string('item_uid');
    table.string('item_document_id', 64);
    for (const part of ['source', 'medium', 'campaign', 'term', 'content']) {
      table.string(`utm_${part}`);
    }
    table.string('locale', 35);
    table.string('country', 2);
    for (const name of ['device', 'browser', 'os']) table.string(name, 64);
    table.json('data');
    table.index(['contact_id', 'occurred_at'], 'cm_activities_contact');
    table.index(['type', 'occurred_at'], 'cm_activities_type');
    table.index(['url_hash', 'type'], 'cm_activities_url');
  });

const createPartitioned = async (knex: Knex) => {
  await knex.raw(`create table ${ACTIVITIES_TABLE} (
    id bigint generated by default as identity,
    event_id text not null,
    contact_id bigint, visitor_id bigint, session_id bigint,
    type text not null,
    occurred_at bigint not null, received_at bigint not null,
    title text, url text, url_hash bigint, referrer text, value numeric(18, 4),
    item_uid text, item_document_id text,
    utm_source text, utm_medium text, utm_campaign text, utm_term text, utm_content text,
    locale text, country text, device text, browser text, os text,
    data jsonb,
    primary key (id, occurred_at)
  ) partition by range (occurred_at)`);
  await createOlder(knex, now());
  await knex.raw(
    `create index cm_activities_contact on ${ACTIVITIES_TABLE} (contact_id, occurred_at, id)`
  );
  await knex.raw(`create index cm_activities_type on ${ACTIVITIES_TABLE} (type, occurred_at)`);
  await knex.raw(`create index cm_activities_url on ${ACTIVITIES_TABLE} (url_hash, type)`);
  await knex.raw(
    `create table ${IDS_TABLE} (event_id text primary key, occurred_at bigint not null)`
  );
};
