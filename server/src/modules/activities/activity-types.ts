/**
 * The registry of activity types: built in, added by a site's code, or added in the admin. The collect
 * path asks it for every event, so it answers from memory; types added in the admin are kept in the
 * plugin's store and read again every minute, in case another server changed them.
 */
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { MINUTE, now, type Milliseconds } from '../../platform/clock';
import { PLUGIN_ID } from '../../platform/plugin';
import { BUILT_IN_TYPES } from './built-in-types';
import { isTypeName, type ActivityType } from './contract';

export type CustomActivityType = Pick<
  ActivityType,
  'name' | 'displayName' | 'color' | 'manualCreation'
>;

export interface ActivityTypes {
  has(name: string): boolean;
  list(): Promise<ActivityType[]>;
  /** For a site's own code, in its `register` or `bootstrap`. Throws when the name is taken. */
  register(type: CustomActivityType): void;
  /** Adds or changes a type made in the admin. */
  save(type: CustomActivityType): Promise<ActivityType>;
  /** Its activities stay; only the name leaves the registry. */
  remove(name: string): Promise<void>;
  refresh(): Promise<void>;
}

const KEY = 'activity-types';

export const createActivityTypes = ({ strapi }: { strapi: Core.Strapi }): ActivityTypes => {
  const fixed = new Map(BUILT_IN_TYPES.map((type) => [type.name, type]));
  let custom = new Map<string, ActivityType>();
  let readAt: Milliseconds = 0;
  const store = () => strapi.store({ type: 'plugin', name: PLUGIN_ID });

  const refresh = async () => {
    readAt = now();
    const stored = ((await store().get({ key: KEY })) ?? []) as ActivityType[];
    custom = new Map(stored.map((type) => [type.name, { ...type, custom: true }]));
  };
  const write = async (types: ActivityType[]) => {
    await store().set({ key: KEY, value: types });
    await refresh();
  };
  const logFailure = (error: unknown) =>
    strapi.log.warn(`contact-management: activity types could not be read: ${String(error)}`);

  return {
    has: (name) => {
      if (now() - readAt > MINUTE) refresh().catch(logFailure);
      return fixed.has(name) || custom.has(name);
    },
    list: async () => {
      await refresh();
      return [...fixed.values(), ...custom.values()];
    },
    register: (type) => {
      if (fixed.has(type.name)) throw new Error(`Activity type "${type.name}" exists already`);
      fixed.set(checked(type).name, { ...type, custom: false });
    },
    save: async (type) => {
      checked(type);
      if (fixed.has(type.name)) {
        throw new errors.ValidationError(`Activity type "${type.name}" cannot be changed`);
      }
      await refresh();
      const saved: ActivityType = { ...type, custom: true };
      await write([...custom.values()].filter(({ name }) => name !== type.name).concat(saved));
      return saved;
    },
    remove: async (name) => {
      await refresh();
      if (!custom.has(name)) throw new errors.NotFoundError(`No custom activity type "${name}"`);
      await write([...custom.values()].filter((type) => type.name !== name));
    },
    refresh,
  };
};

const checked = (type: CustomActivityType): CustomActivityType => {
  if (!isTypeName(type.name)) {
    throw new errors.ValidationError(
      'An activity type’s name starts with a letter and holds lower-case letters, digits, - and _, at most 63'
    );
  }
  return type;
};
