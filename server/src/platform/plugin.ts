/** The plugin's name and the typed doors to its Strapi object: the only place that casts services. */
import type { Core } from '@strapi/strapi';
import type { EventBus } from './events';

export const PLUGIN_ID = 'contact-management';

export type PluginUid<Name extends string> = `plugin::contact-management.${Name}`;

export const pluginUid = <Name extends string>(name: Name): PluginUid<Name> =>
  `plugin::contact-management.${name}`;

/** A module's service, as the module types it. A site may have replaced it the Strapi way. */
export const service = <Service>(strapi: Core.Strapi, name: string): Service =>
  strapi.plugin(PLUGIN_ID).service(name) as Service;

const buses = new WeakMap<Core.Strapi, EventBus>();

export const setEventBus = (strapi: Core.Strapi, bus: EventBus): void => {
  buses.set(strapi, bus);
};

export const events = (strapi: Core.Strapi): EventBus => {
  const bus = buses.get(strapi);
  if (!bus) throw new Error('contact-management: events are used before the plugin is registered');
  return bus;
};
