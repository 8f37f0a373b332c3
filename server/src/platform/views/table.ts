/** Not tracked by Strapi, so that an import, which keeps the admin users, keeps their views as well. */
import type { Core } from '@strapi/strapi';
import { addId, createOwnTables } from '../own-table';
import { inTable } from '../sql/table';

export const VIEWS_TABLE = 'cm_saved_views' as const;

export interface ViewRow {
  id: number | string;
  kind: string;
  name: string;
  shared: boolean | number;
  query: string;
  owner_id: number;
}

export const registerViewsTable = (strapi: Core.Strapi): void => {
  createOwnTables(strapi, '0001-saved-views', VIEWS_TABLE, (knex) =>
    knex.schema.createTable(VIEWS_TABLE, (table) => {
      addId(table, knex);
      table.string('kind', 32).notNullable();
      table.string('name', 100).notNullable();
      table.boolean('shared').notNullable().defaultTo(false);
      table.text('query', 'mediumtext').notNullable();
      /** An admin user's. */
      table.integer('owner_id').notNullable();
      table.bigInteger('created_at').notNullable();
      table.index(['kind', 'owner_id'], 'cm_saved_views_owner');
      table.index(['kind', 'shared'], 'cm_saved_views_shared');
    })
  );
};

export const viewRows = (strapi: Core.Strapi) => inTable(strapi, VIEWS_TABLE);
