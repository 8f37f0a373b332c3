import { createHmac } from 'node:crypto';
import type { Core } from '@strapi/strapi';

/** The signing secret of sites that set none: derived from the first of Strapi's APP_KEYS. */
export const identifySecret = (strapi: Core.Strapi): string => {
  const keys: unknown = strapi.config.get('server.app.keys');
  const key: unknown = Array.isArray(keys) ? keys[0] : keys;
  if (typeof key !== 'string' || key === '') {
    throw new Error('contact-management: set tracking.secret, because the site has no app keys');
  }
  return createHmac('sha256', key).update('contact-management identify').digest('hex');
};
