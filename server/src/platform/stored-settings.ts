/**
 * Settings with a default from config, changed in the admin, kept in the plugin's store. They are read
 * for every request, so they are held in memory and refreshed every half minute, in case another
 * server changed them.
 */
import type { Core } from '@strapi/strapi';
import { now, SECOND, type Milliseconds } from './clock';
import { PLUGIN_ID } from './plugin';

export interface StoredSettings<Values extends object> {
  /** From memory. */
  current(): Values;
  read(): Promise<Values>;
  write(changes: Partial<Values>): Promise<Values>;
}

const FRESH_FOR: Milliseconds = 30 * SECOND;

export const createStoredSettings = <Values extends object>(
  strapi: Core.Strapi,
  key: string,
  configured: Values
): StoredSettings<Values> => {
  let settings = configured;
  let readAt: Milliseconds = 0;
  const store = () => strapi.store({ type: 'plugin', name: PLUGIN_ID });

  const changed = async () => ((await store().get({ key })) ?? {}) as Partial<Values>;
  const read = async () => {
    readAt = now();
    settings = { ...configured, ...(await changed()) };
    return settings;
  };
  const logFailure = (error: unknown) =>
    strapi.log.warn(`contact-management: settings could not be read: ${String(error)}`);
  return {
    current: () => {
      if (now() - readAt > FRESH_FOR) read().catch(logFailure);
      return settings;
    },
    read,
    // Only what was changed is kept: the rest goes on following the config.
    write: async (changes) => {
      await store().set({ key, value: { ...(await changed()), ...changes } });
      return read();
    },
  };
};
