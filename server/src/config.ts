/**
 * The plugin's configuration: defaults, validation at boot, and the one typed object the rest reads.
 * Strapi merges defaults into the site's values array by index, so no default array has members.
 */
import type { Core } from '@strapi/strapi';
import { yup } from '@strapi/utils';
import { IANAZone } from 'luxon';
import { PLUGIN_ID } from './platform/plugin';
import { closed, recordOf } from './platform/record-schema';
import type { SiteFields } from './platform/site-fields';
import { siteFieldsSchema } from './platform/site-fields-schema';

export type Edition = 'cms' | 'ems';

/** Which entries of a site's own collection the server records as activities. */
export interface LoggedCollection {
  on: 'create' | 'update' | 'publish';
  /** An activity type; see the registry. */
  type: string;
  /** Path to the contact's e-mail in the entry, or to a users-permissions user: `email`, `customer.email`. */
  contact: string;
  /** Path to the number kept as the activity's value: `total`. */
  value?: string;
  /** Path to the text kept as the activity's title: `number`. */
  title?: string;
}

export interface PluginConfig {
  edition: Edition;
  /** IANA: what days and hours of conditions are in; null is the server's. */
  timeZone: string | null;
  tracking: {
    path: string;
    allowedOrigins: string[];
    /** Events a minute and address. */
    rateLimit: number | 'off';
    acceptUnknownTypes: boolean;
    honourPrivacySignals: boolean;
    consent: 'optional' | 'required';
    ipAddress: 'off' | 'truncated';
    buffer: { maxEvents: number; maxWaitMilliseconds: number; batchSize: number };
    /** Segment-spec write keys; none means those endpoints answer 401. */
    writeKeys: string[];
    /** Signs identify tokens. Derived from the site's APP_KEYS unless given. */
    secret: string | null;
  };
  activities: Record<string, LoggedCollection>;
  /** Attributes that the site adds; see platform/site-fields.ts. */
  fields: { contact: SiteFields; account: SiteFields };
  purchaseMakesClient: boolean;
  personalisation: {
    /** Signs audience tokens; edges that verify them have it too. Derived from the site's APP_KEYS unless given. */
    secret: string | null;
    /** How long an audience token is good for. */
    tokenMinutes: number;
  };
  webhooks: {
    /** Lets webhooks reach this server and its private network: for development, and for trusted editors. */
    allowPrivateAddresses: boolean;
  };
}

const defaults = (): PluginConfig => ({
  edition: 'ems',
  timeZone: null,
  tracking: {
    path: '/cm',
    allowedOrigins: [],
    rateLimit: 1_200,
    acceptUnknownTypes: false,
    honourPrivacySignals: true,
    consent: 'optional',
    ipAddress: 'off',
    buffer: { maxEvents: 20_000, maxWaitMilliseconds: 4, batchSize: 500 },
    writeKeys: [],
    secret: null,
  },
  activities: {},
  fields: { contact: {}, account: {} },
  purchaseMakesClient: true,
  personalisation: { secret: null, tokenMinutes: 10 },
  webhooks: { allowPrivateAddresses: false },
});

const rateLimit = yup
  .mixed()
  .test(
    'rate-limit',
    '${path} must be "off" or a whole number of at least 1',
    (value) => value === 'off' || (Number.isInteger(value) && value >= 1)
  );

const timeZone = yup
  .mixed()
  .test(
    'time-zone',
    '${path} must be a time zone such as "Europe/Prague"',
    (value) => value === null || (typeof value === 'string' && IANAZone.isValidZone(value))
  );

const loggedCollection = closed(
  yup.object({
    on: yup.string().oneOf(['create', 'update', 'publish']).required(),
    type: yup.string().required(),
    contact: yup.string().required(),
    value: yup.string(),
    title: yup.string(),
  })
);

const schema = closed(
  yup.object({
    edition: yup.string().oneOf(['cms', 'ems']).required(),
    timeZone,
    tracking: closed(
      yup.object({
        path: yup
          .string()
          .matches(
            /^(\/[a-z0-9-_]+)+$/i,
            '${path} must look like "/cm": a slash, then letters, digits, - or _'
          )
          .required(),
        allowedOrigins: yup
          .array()
          .of(
            yup.string().url('${path} must be an origin such as "https://site.example"').required()
          )
          .required(),
        rateLimit,
        acceptUnknownTypes: yup.boolean().required(),
        honourPrivacySignals: yup.boolean().required(),
        consent: yup.string().oneOf(['optional', 'required']).required(),
        ipAddress: yup.string().oneOf(['off', 'truncated']).required(),
        buffer: closed(
          yup.object({
            maxEvents: yup.number().integer().min(100).max(1_000_000).required(),
            maxWaitMilliseconds: yup.number().min(0).max(1_000).required(),
            batchSize: yup.number().integer().min(1).max(5_000).required(),
          })
        ),
        writeKeys: yup.array().of(yup.string().min(8).required()).required(),
        secret: yup.string().min(16).nullable(),
      })
    ),
    activities: recordOf(loggedCollection),
    fields: closed(yup.object({ contact: siteFieldsSchema, account: siteFieldsSchema })),
    purchaseMakesClient: yup.boolean().required(),
    personalisation: closed(
      yup.object({
        secret: yup.string().min(16).nullable(),
        tokenMinutes: yup.number().integer().min(1).max(1_440).required(),
      })
    ),
    webhooks: closed(yup.object({ allowPrivateAddresses: yup.boolean().required() })),
  })
);

/** Throws a sentence that names every wrong option, which stops the boot. */
export const validateConfig = (value: unknown): void => {
  try {
    schema.validateSync(value, { strict: true, abortEarly: false });
  } catch (error) {
    if (!(error instanceof yup.ValidationError)) throw error;
    throw new Error(`Check plugins.${PLUGIN_ID}.config: ${error.errors.join('; ')}`);
  }
};

export const pluginConfig = { default: defaults, validator: validateConfig };

export const config = (strapi: Core.Strapi): PluginConfig =>
  strapi.config.get(`plugin::${PLUGIN_ID}`);

export const isEms = (strapi: Core.Strapi): boolean => config(strapi).edition === 'ems';
