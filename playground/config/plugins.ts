import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { secrets } from '../src/secrets';

/** `off` or a number of events a minute; anything else is left for the plugin to complain about. */
const rateLimit = (value: string | undefined) => {
  if (value === undefined || value === '') return undefined;
  return Number.isFinite(Number(value)) ? Number(value) : value;
};

export default ({ env }: Core.Config.Shared.ConfigParams) => {
  const limit = rateLimit(process.env.CM_TRACKING_RATE_LIMIT);
  return {
    'users-permissions': { config: { jwtSecret: secrets().jwtSecret } },
    'contact-management': {
      enabled: true,
      // The repository itself. A relative path would be taken from inside Strapi's own folder first.
      resolve: path.resolve(process.cwd(), '..'),
      config: {
        edition: env('CM_EDITION', 'ems'),
        tracking: {
          ...(limit === undefined ? {} : { rateLimit: limit }),
          writeKeys: env.array('CM_WRITE_KEYS', ['playground-write-key']),
        },
        activities: {
          'api::order.order': {
            on: 'create',
            type: 'purchase',
            contact: 'email',
            value: 'total',
            title: 'number',
          },
        },
      },
    },
  };
};
