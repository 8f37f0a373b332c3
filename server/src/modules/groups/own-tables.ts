/** What dynamic groups are worked out with, in tables that Strapi does not track. */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { addId, createOwnTables } from '../../platform/own-table';

/** During a rebuild: who matched when it began and was no member by the condition, or the other way round. */
export const MOVES_TABLE = 'cm_group_moves' as const;
/** During a rebuild: who has been asked again since, and moves no more. */
export const TOUCHED_TABLE = 'cm_group_touched' as const;
/** Who asks for which group or score in a condition. */
export const USES_TABLE = 'cm_group_uses' as const;
export const registerGroupTables = (strapi: Core.Strapi): void => {
  createOwnTables(strapi, '0001-dynamic-groups', USES_TABLE, async (knex) => {
    await createPairs(knex, MOVES_TABLE, (table) => table.boolean('entering').notNullable());
    await createPairs(knex, TOUCHED_TABLE);
    await knex.schema.createTable(USES_TABLE, createUses(knex));
    await knex(USES_TABLE).insert(LOCK_ROW);
  });
};

/** What writes to the uses wait for each other at. */
const LOCK_ROW = Object.fromEntries(
  ['user_kind', 'user_code', 'user_title', 'used_kind', 'used_code'].map((name) => [name, 'lock'])
);

const createPairs = async (
  knex: Knex,
  name: string,
  more?: (table: Knex.CreateTableBuilder) => unknown
): Promise<void> => {
  await knex.schema.createTable(name, (table) => {
    table.integer('group_id').notNullable();
    table.integer('contact_id').notNullable();
    more?.(table);
    table.primary(['group_id', 'contact_id']);
  });
};

const createUses = (knex: Knex) => (table: Knex.CreateTableBuilder) => {
  addId(table, knex);
  table.string('user_kind', 32).notNullable();
  table.string('user_code', 100).notNullable();
  table.string('user_document_id', 64);
  table.string('user_title', 255).notNullable();
  table.string('used_kind', 32).notNullable();
  table.string('used_code', 100).notNullable();
  table.index(['used_kind', 'used_code'], 'cm_group_uses_used');
  table.index(['user_kind', 'user_code'], 'cm_group_uses_user');
};
