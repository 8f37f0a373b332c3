import type { Core } from '@strapi/strapi';
import { addId, createOwnTables } from '../own-table';
import type { TableShape } from '../sql/bulk-sql';

export const QUEUE_TABLE = 'cm_recalculation' as const;
/** Who drains the queue, and how far what runs by the clock has come. */
export const MARKS_TABLE = 'cm_recalculation_marks' as const;

/** About a contact, or about everybody in an account. */
export interface QueueRow {
  contact_id: number | null;
  account_id: number | null;
  changes: string;
  /** Epoch milliseconds. */
  added_at: number;
}

export const queueShape: TableShape<QueueRow> = {
  name: QUEUE_TABLE,
  columns: { contact_id: 'bigint', account_id: 'bigint', changes: 'text', added_at: 'bigint' },
};

export const registerRecalculationTables = (strapi: Core.Strapi): void => {
  createOwnTables(strapi, '0001-recalculation', QUEUE_TABLE, async (knex) => {
    await knex.schema.createTable(QUEUE_TABLE, (table) => {
      addId(table, knex);
      table.bigInteger('contact_id');
      table.bigInteger('account_id');
      table.text('changes').notNullable();
      table.bigInteger('added_at').notNullable();
    });
    await knex.schema.createTable(MARKS_TABLE, (table) => {
      table.string('name', 64).primary();
      table.string('owner', 64);
      table.bigInteger('until').notNullable();
    });
  });
};
