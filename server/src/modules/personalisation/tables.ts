/** Who was shown which arm of a split first, and when. */
import type { Core } from '@strapi/strapi';
import { addId, createOwnTables } from '../../platform/own-table';
import { EXPOSURES_TABLE } from './contract';

export const registerTables = (strapi: Core.Strapi): void => {
  createOwnTables(strapi, '0001-exposures', EXPOSURES_TABLE, (knex) =>
    knex.schema.createTable(EXPOSURES_TABLE, (table) => {
      addId(table, knex);
      table.string('split', 50).notNullable();
      table.string('variant', 50).notNullable();
      table.bigInteger('visitor_id').notNullable();
      table.bigInteger('contact_id').notNullable().index('cm_exposures_contact');
      /** Epoch milliseconds. */
      table.bigInteger('first_at').notNullable();
      table.unique(['visitor_id', 'split'], { indexName: 'cm_exposures_unique' });
      table.index(['split', 'contact_id'], 'cm_exposures_split');
    })
  );
};
