/**
 * Webhooks, what they were to be told, and how that went. Our own tables: neither `strapi export` nor
 * `strapi import` touches them, so a copy of a site does not write to the endpoints of the original,
 * and secrets do not travel.
 */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { addId, createOwnTables } from '../../platform/own-table';
import { inTable } from '../../platform/sql/table';
import type { DeliveryStatus, SwitchedOff } from './contract';

export const WEBHOOKS_TABLE = 'cm_webhooks' as const;
export const MESSAGES_TABLE = 'cm_webhook_messages' as const;
export const ITEMS_TABLE = 'cm_webhook_items' as const;
export const DELIVERIES_TABLE = 'cm_webhook_deliveries' as const;

export interface WebhookRow {
  id: number | string;
  name: string;
  url: string;
  events: string;
  headers: string;
  secret: string;
  /** Signed with as well until then, so that an endpoint has time to take the new one over. */
  previous_secret: string | null;
  previous_until: number | string | null;
  enabled: boolean | number;
  switched_off: SwitchedOff | null;
  failing_since: number | string | null;
  created_at: number | string;
}

export interface DeliveryRow {
  id: number | string;
  webhook_id: number | string;
  message_id: string;
  status: DeliveryStatus;
  attempts: number;
  next_attempt_at: number | string;
  response_status: number | null;
  response: string | null;
  duration: number | null;
  error: string | null;
  created_at: number | string;
}

export const registerWebhookTables = (strapi: Core.Strapi): void => {
  createOwnTables(strapi, '0001-webhooks', WEBHOOKS_TABLE, async (knex) => {
    await createMessages(knex);
    await createItems(knex);
    await createDeliveries(knex);
    await createWebhooks(knex);
  });
};

const createWebhooks = (knex: Knex) =>
  knex.schema.createTable(WEBHOOKS_TABLE, (table) => {
    addId(table, knex);
    table.string('name', 100).notNullable();
    for (const name of ['url', 'events', 'headers']) table.text(name).notNullable();
    table.string('secret', 100).notNullable();
    table.string('previous_secret', 100);
    table.bigInteger('previous_until');
    table.boolean('enabled').notNullable();
    table.string('switched_off', 16);
    table.bigInteger('failing_since');
    table.string('lease_owner', 64);
    table.bigInteger('lease_until');
    table.bigInteger('created_at').notNullable();
  });

const createMessages = (knex: Knex) =>
  knex.schema.createTable(MESSAGES_TABLE, (table) => {
    table.string('message_id', 64).primary();
    table.string('type', 64).notNullable();
    table.bigInteger('at').notNullable().index('cm_webhook_messages_at');
  });

/** One row per thing that a message tells of, so that an erased contact leaves it without a trace. */
const createItems = (knex: Knex) =>
  knex.schema.createTable(ITEMS_TABLE, (table) => {
    addId(table, knex);
    table.string('message_id', 64).notNullable();
    table.integer('position').notNullable();
    table.bigInteger('contact_id').index('cm_webhook_items_contact');
    table.text('data', 'longtext').notNullable();
    table.index(['message_id', 'position'], 'cm_webhook_items_message');
  });

const createDeliveries = (knex: Knex) =>
  knex.schema.createTable(DELIVERIES_TABLE, (table) => {
    addId(table, knex);
    table.bigInteger('webhook_id').notNullable();
    table.string('message_id', 64).notNullable().index('cm_webhook_deliveries_message');
    table.string('status', 16).notNullable();
    table.integer('attempts').notNullable().defaultTo(0);
    table.bigInteger('next_attempt_at').notNullable();
    table.integer('response_status');
    table.text('response');
    table.integer('duration');
    table.text('error');
    table.bigInteger('created_at').notNullable();
    table.index(['status', 'next_attempt_at'], 'cm_webhook_deliveries_due');
    table.index(['webhook_id', 'status', 'next_attempt_at'], 'cm_webhook_deliveries_next');
  });

export const webhookRows = (strapi: Core.Strapi) => inTable(strapi, WEBHOOKS_TABLE);
export const deliveryRows = (strapi: Core.Strapi) => inTable(strapi, DELIVERIES_TABLE);
