/**
 * Batches, what each changed, and the rows that a deletion took away. Strapi does not track these
 * tables, and they name rows by document id, so that they stand after an import.
 */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { addId, createOwnTables } from '../own-table';

export const BATCHES_TABLE = 'cm_bulk_batches' as const;
export const CHANGES_TABLE = 'cm_bulk_changes' as const;
export const KEPT_ROWS_TABLE = 'cm_bulk_kept_rows' as const;

export interface BatchRow {
  id: number | string;
  subject: string;
  action: string;
  value: string;
  label: string | null;
  why: string;
  job_id: number | string | null;
  undo_job_id: number | string | null;
  changed: number | string;
  restored: number | string;
  skipped: number | string;
  created_by: number;
  created_at: number | string;
}

export interface ChangeRow {
  id: number | string;
  batch_id: number | string;
  document_id: string;
  before_value: string;
  after_value: string;
  /** Null until it is undone; `restored`, or why not. */
  outcome: string | null;
}

export const registerBulkTables = (strapi: Core.Strapi): void => {
  createOwnTables(strapi, '0001-bulk-batches', BATCHES_TABLE, async (knex) => {
    await createBatches(knex);
    await createChanges(knex);
    await createKeptRows(knex);
  });
};

const createBatches = (knex: Knex) =>
  knex.schema.createTable(BATCHES_TABLE, (table) => {
    addId(table, knex);
    for (const name of ['subject', 'action']) table.string(name, 64).notNullable();
    table.text('value').notNullable();
    table.string('label');
    table.string('why').notNullable();
    table.bigInteger('job_id');
    table.bigInteger('undo_job_id');
    for (const name of ['changed', 'restored', 'skipped']) {
      table.bigInteger(name).notNullable().defaultTo(0);
    }
    table.integer('created_by').notNullable();
    table.bigInteger('created_at').notNullable().index('cm_bulk_batches_created');
  });

const createChanges = (knex: Knex) =>
  knex.schema.createTable(CHANGES_TABLE, (table) => {
    addId(table, knex);
    table.bigInteger('batch_id').notNullable();
    table.string('document_id', 64).notNullable().index('cm_bulk_changes_document');
    table.text('before_value').notNullable();
    table.text('after_value').notNullable();
    table.string('outcome', 16);
    table.unique(['batch_id', 'document_id'], { indexName: 'cm_bulk_changes_row' });
    table.index(['batch_id', 'outcome', 'id'], 'cm_bulk_changes_outcome');
  });

const createKeptRows = (knex: Knex) =>
  knex.schema.createTable(KEPT_ROWS_TABLE, (table) => {
    addId(table, knex);
    table.bigInteger('batch_id').notNullable();
    table.string('document_id', 64).notNullable();
    table.string('source_table', 64).notNullable();
    /** A JSON list of rows; see kept-rows.ts. */
    table.text('content', 'longtext').notNullable();
    table.index(['batch_id', 'document_id'], 'cm_bulk_kept_rows_document');
  });
