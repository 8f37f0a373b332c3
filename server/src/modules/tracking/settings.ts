/** What may be recorded of visitors: set in config, changed in the admin. */
import type { Core } from '@strapi/strapi';
import { config, type PluginConfig } from '../../config';
import { service } from '../../platform/plugin';
import { createStoredSettings, type StoredSettings } from '../../platform/stored-settings';

export type PrivacySettings = Pick<
  PluginConfig['tracking'],
  'honourPrivacySignals' | 'consent' | 'ipAddress'
>;

export const createTrackingSettings = ({
  strapi,
}: {
  strapi: Core.Strapi;
}): StoredSettings<PrivacySettings> => {
  const { honourPrivacySignals, consent, ipAddress } = config(strapi).tracking;
  return createStoredSettings(strapi, 'tracking-settings', {
    honourPrivacySignals,
    consent,
    ipAddress,
  });
};

export const trackingSettings = (strapi: Core.Strapi) =>
  service<StoredSettings<PrivacySettings>>(strapi, 'tracking-settings');
