/** What activities lead to: set in config, changed in the admin. */
import type { Core } from '@strapi/strapi';
import { config, type PluginConfig } from '../../config';
import { service } from '../../platform/plugin';
import { createStoredSettings, type StoredSettings } from '../../platform/stored-settings';

export type ActivitySettings = Pick<PluginConfig, 'purchaseMakesClient'>;

export const createActivitySettings = ({ strapi }: { strapi: Core.Strapi }) => {
  const { purchaseMakesClient } = config(strapi);
  return createStoredSettings<ActivitySettings>(strapi, 'activity-settings', {
    purchaseMakesClient,
  });
};

export const activitySettings = (strapi: Core.Strapi) =>
  service<StoredSettings<ActivitySettings>>(strapi, 'activity-settings');
