import { createHmac } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { config } from '../../../config';

/** The site's own, so that edges can have it; else one derived from the first of Strapi's APP_KEYS. */
export const audienceSecret = (strapi: Core.Strapi): string => {
  const { secret } = config(strapi).personalisation;
  if (secret !== null) return secret;
  const keys: unknown = strapi.config.get('server.app.keys');
  const key: unknown = Array.isArray(keys) ? keys[0] : keys;
  if (typeof key !== 'string' || key === '') {
    throw new Error(
      'contact-management: set personalisation.secret, because the site has no app keys'
    );
  }
  return createHmac('sha256', key).update('contact-management audience').digest('hex');
};
