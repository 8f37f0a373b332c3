/** Visitors, their sessions, and the ledger of merges. Our own tables, so that an import keeps them. */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { addId, addOwnColumns, createOwnTables } from '../../platform/own-table';
import type { TableShape } from '../../platform/sql/bulk-sql';
import type { VisitorLink } from './contract';

export const VISITORS_TABLE = 'cm_visitors';
export const SESSIONS_TABLE = 'cm_sessions';
export const LEDGER_TABLE = 'cm_merge_ledger';

export interface VisitorRow {
  visitor_key: string;
  contact_id: number | null;
  link: VisitorLink;
  tracking: boolean | null;
  user_agent_family: string | null;
  device: string | null;
  os: string | null;
  first_seen_at: number;
  last_seen_at: number;
}

export interface SessionRow {
  visitor_id: number | string;
  contact_id: number | null;
  started_at: number;
  landing_url: string | null;
  referrer: string | null;
  utm_source: string | null;
  utm_medium: string | null;
  utm_campaign: string | null;
  country: string | null;
  device: string | null;
  browser: string | null;
  os: string | null;
  address: string | null;
}

export const visitorsShape: TableShape<VisitorRow> = {
  name: VISITORS_TABLE,
  columns: {
    visitor_key: 'text',
    contact_id: 'bigint',
    link: 'text',
    tracking: 'boolean',
    user_agent_family: 'text',
    device: 'text',
    os: 'text',
    first_seen_at: 'bigint',
    last_seen_at: 'bigint',
  },
};

export const visitorTouchShape: TableShape<{
  id: number;
  contact_id: number;
  session_id: number;
  last_seen_at: number;
  tracking: boolean;
}> = {
  name: VISITORS_TABLE,
  columns: {
    id: 'bigint',
    contact_id: 'bigint',
    session_id: 'bigint',
    last_seen_at: 'bigint',
    tracking: 'boolean',
  },
};

export const sessionsShape: TableShape<SessionRow> = {
  name: SESSIONS_TABLE,
  columns: {
    visitor_id: 'bigint',
    contact_id: 'bigint',
    started_at: 'bigint',
    landing_url: 'text',
    referrer: 'text',
    utm_source: 'text',
    utm_medium: 'text',
    utm_campaign: 'text',
    country: 'text',
    device: 'text',
    browser: 'text',
    os: 'text',
    address: 'text',
  },
};

export const registerTables = (strapi: Core.Strapi): void => {
  createOwnTables(strapi, '0001-visitors', VISITORS_TABLE, async (knex) => {
    await createVisitors(knex);
    await createSessions(knex);
    await createLedger(knex);
  });
  addOwnColumns(strapi, '0002-refused-at', VISITORS_TABLE, {
    refused_at: (table) => table.bigInteger('refused_at'),
  });
};

const createVisitors = (knex: Knex) =>
  knex.schema.createTable(VISITORS_TABLE, (table) => {
    addId(table, knex);
    table.string('visitor_key', 36).notNullable().unique({ indexName: 'cm_visitors_key' });
    table.bigInteger('contact_id').index('cm_visitors_contact');
    table.string('link', 16).notNullable();
    table.boolean('tracking');
    table.string('user_agent_family', 64);
    table.string('device', 64);
    table.string('os', 64);
    table.bigInteger('first_seen_at').notNullable();
    table.bigInteger('last_seen_at').notNullable();
    table.bigInteger('session_id');
  });

const createSessions = (knex: Knex) =>
  knex.schema.createTable(SESSIONS_TABLE, (table) => {
    addId(table, knex);
    table.bigInteger('visitor_id').notNullable();
    table.bigInteger('contact_id').index('cm_sessions_contact');
    table.bigInteger('started_at').notNullable().index('cm_sessions_started');
    table.text('landing_url');
    table.text('referrer');
    for (const part of ['source', 'medium', 'campaign']) table.string(`utm_${part}`);
    table.string('country', 2);
    for (const name of ['device', 'browser', 'os']) table.string(name, 64);
    /** Cut to /24 or /48, and only when the site asked for it. */
    table.string('address', 45);
  });

const createLedger = (knex: Knex) =>
  knex.schema.createTable(LEDGER_TABLE, (table) => {
    addId(table, knex);
    table.string('from_document_id', 64).notNullable().index('cm_merge_ledger_from');
    table.string('into_document_id', 64).notNullable().index('cm_merge_ledger_into');
    table.bigInteger('into_contact_id').index('cm_merge_ledger_contact');
    /** The row that went, as it was. */
    table.text('snapshot', 'longtext').notNullable();
    /** Per module, what un-merging needs to give its rows back. */
    table.text('receipts', 'longtext').notNullable();
    table.string('reason', 100).notNullable();
    table.string('merged_by', 100).notNullable();
    table.bigInteger('merged_at').notNullable();
  });
