/**
 * Tables that Strapi does not track: its schema sync, a disabled plugin and `strapi import` leave them
 * alone. Made by a migration, which runs before the sync and once ever.
 */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';

export const createOwnTables = (
  strapi: Core.Strapi,
  migration: string,
  firstTable: `cm_${string}`,
  create: (knex: Knex) => Promise<void>
): void => {
  strapi.db.migrations.providers.internal.register({
    name: `contact-management::${migration}`,
    async up(knex: Knex) {
      if (!(await knex.schema.hasTable(firstTable))) await create(knex);
    },
    down: () => Promise.reject(new Error('Removing data is what the purge command is for')),
  });
};

/** SQLite autoincrements only integers. */
export const addId = (table: Knex.CreateTableBuilder, knex: Knex): void => {
  if (String(knex.client.config.client).includes('sqlite')) table.increments('id');
  else table.bigIncrements('id');
};
