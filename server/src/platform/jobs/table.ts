import type { Core } from '@strapi/strapi';
import { addId, addOwnColumns, createOwnTables } from '../own-table';
import { inTable } from '../sql/table';
import type { JobStatus } from './contract';

export const JOBS_TABLE = 'cm_jobs' as const;

/** Of jobs that are about nothing in particular. */
export const DEFAULT_AREA = 'contacts';

export interface JobRow {
  id: number | string;
  name: string;
  payload: string;
  status: JobStatus;
  done: number | string;
  failed: number | string;
  total: number | string | null;
  position: string | null;
  result: string | null;
  error: string | null;
  attempts: number;
  cancelled: boolean | number;
  run_at: number | string;
  lease_owner: string | null;
  lease_until: number | string | null;
  area: string;
  created_by: number | null;
  created_at: number | string;
  finished_at: number | string | null;
}

export const registerJobsTable = (strapi: Core.Strapi): void => {
  createOwnTables(strapi, '0001-jobs', JOBS_TABLE, (knex) =>
    knex.schema.createTable(JOBS_TABLE, (table) => {
      addId(table, knex);
      table.string('name', 100).notNullable();
      table.text('payload', 'longtext').notNullable();
      table.string('status', 16).notNullable();
      for (const name of ['done', 'failed']) table.bigInteger(name).notNullable().defaultTo(0);
      table.bigInteger('total');
      for (const name of ['position', 'result', 'error']) table.text(name);
      table.integer('attempts').notNullable().defaultTo(0);
      table.boolean('cancelled').notNullable().defaultTo(false);
      table.bigInteger('run_at').notNullable();
      table.string('lease_owner', 64);
      table.bigInteger('lease_until');
      table.integer('created_by');
      table.bigInteger('created_at').notNullable();
      table.bigInteger('finished_at');
      table.index(['status', 'run_at'], 'cm_jobs_due');
    })
  );
  addOwnColumns(strapi, '0002-jobs-area', JOBS_TABLE, {
    area: (table) => table.string('area', 32).notNullable().defaultTo(DEFAULT_AREA),
  });
};

export const jobRows = (strapi: Core.Strapi) => inTable(strapi, JOBS_TABLE);
