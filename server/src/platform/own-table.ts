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

/** Columns of a later version of the plugin. */
export const addOwnColumns = (
  strapi: Core.Strapi,
  migration: string,
  table: `cm_${string}`,
  columns: Record<string, (table: Knex.AlterTableBuilder) => void>
): void => {
  strapi.db.migrations.providers.internal.register({
    name: `contact-management::${migration}`,
    async up(knex: Knex) {
      for (const [name, add] of Object.entries(columns)) {
        if (!(await knex.schema.hasColumn(table, name))) await knex.schema.alterTable(table, add);
      }
    },
    down: () => Promise.reject(new Error('Removing data is what the purge command is for')),
  });
};

/** SQLite autoincrements only integers. */
export const addId = (table: Knex.CreateTableBuilder, knex: Knex): void => {
  if (String(knex.client.config.client).includes('sqlite')) table.increments('id');
  else table.bigIncrements('id');
};

/** A number that is another row's. On SQLite only an integer is found without an index of its own. */
export const addKey = (table: Knex.CreateTableBuilder, knex: Knex, column: string): void => {
  if (String(knex.client.config.client).includes('sqlite')) table.integer(column).primary();
  else table.bigInteger(column).primary();
};
