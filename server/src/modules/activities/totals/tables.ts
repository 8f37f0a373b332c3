/**
 * What each contact's activities come to, so that an account with a hundred thousand people need not read
 * millions of activities. A copy of `cm_activities`: made anew from it whenever in doubt.
 */
import type { Core } from '@strapi/strapi';
import { addKey, createOwnTables } from '../../../platform/own-table';

export const TOTALS_TABLE = 'cm_activity_totals' as const;
/** One row: how far the activities are counted. */
export const PROGRESS_TABLE = 'cm_activity_totals_progress' as const;

export const registerTotalsTables = (strapi: Core.Strapi): void => {
  createOwnTables(strapi, '0001-activity-totals', TOTALS_TABLE, async (knex) => {
    await knex.schema.createTable(TOTALS_TABLE, (table) => {
      addKey(table, knex, 'contact_id');
      table.bigInteger('activities').notNullable();
      table.bigInteger('purchases').notNullable();
      table.decimal('purchased_value', 22, 4).notNullable();
      table.bigInteger('last_at').notNullable();
    });
    await knex.schema.createTable(PROGRESS_TABLE, (table) => {
      table.integer('id').primary();
      /** Every activity up to this id is in the totals, and none after it. */
      table.bigInteger('counted_to').notNullable();
      /** Everything recorded before this moment is counted; null while it is counted from the start. */
      table.bigInteger('complete_at');
    });
    await knex(PROGRESS_TABLE).insert({ id: 1, counted_to: 0, complete_at: null });
  });
};
