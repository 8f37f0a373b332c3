/**
 * Keeps our tables when the plugin is disabled for a boot: Strapi drops every tracked table that no
 * enabled plugin claims, unless the core store's `persisted_tables` names it. The list is rewritten at
 * each bootstrap, because `strapi import` resets it.
 */
import type { Core } from '@strapi/strapi';

const TABLE_PREFIX = 'cm_';
const LIST = { type: 'core', key: 'persisted_tables' } as const;

type PersistedTable = string | { name: string };

export const rememberTables = async (strapi: Core.Strapi): Promise<void> => {
  const known = ((await strapi.store.get(LIST)) ?? []) as PersistedTable[];
  const names = new Set(known.map((table) => (typeof table === 'string' ? table : table.name)));
  const missing = ownTables(strapi).filter((name) => !names.has(name));
  if (missing.length > 0) await strapi.store.set({ ...LIST, value: [...known, ...missing] });
};

/** Every tracked table of ours, the join tables of attributes a site added included. */
const ownTables = (strapi: Core.Strapi): string[] =>
  [...strapi.db.metadata.values()]
    .map(({ tableName }) => tableName)
    .filter((name) => name.startsWith(TABLE_PREFIX));
