/** What the settings page sends, checked. */
import type { Core } from '@strapi/strapi';
import { errors, validateYupSchema, yup } from '@strapi/utils';
import { config } from '../../config';
import { isCleanText } from '../../platform/clean-text';
import { isPrivateNow } from '../../platform/public-address';
import { isRecord } from '../../platform/records';
import { PUBLIC_EVENT_TYPES, type PublicEventType } from './contract';

export interface WebhookInput {
  name: string;
  url: string;
  events: PublicEventType[];
  enabled: boolean;
  /** Null keeps the value that is stored under this name. */
  headers: Record<string, string | null>;
}

const MAX_URL_LENGTH = 2_048;
const MAX_HEADERS = 20;
const HEADER_NAME = /^[a-z0-9!#$%&'*+.^_`|~-]{1,100}$/;
const HEADER_VALUE = /^[\x20-\x7e]{0,1000}$/;
/** What the sender says itself, and what would change how the request is read. */
const RESERVED_HEADER =
  /^(webhook-.*|content-.*|host|user-agent|connection|transfer-encoding|te|trailer|upgrade|expect|keep-alive|proxy-.*)$/;

const clean = (value: string | undefined) => value === undefined || isCleanText(value);

/** yup's own `trim` throws a TypeError at what is no text. */
const trimmed = () =>
  yup.string().transform((value: unknown) => (typeof value === 'string' ? value.trim() : value));

const schema = yup.object({
  name: trimmed().max(100).test('text', 'name is no plain text', clean).required(),
  url: trimmed().max(MAX_URL_LENGTH).required(),
  events: yup
    .array()
    .of(
      yup
        .mixed<PublicEventType>()
        .oneOf([...PUBLIC_EVENT_TYPES])
        .required()
    )
    .min(1, 'Choose at least one event of events')
    .required(),
  enabled: yup.boolean().default(true),
  headers: yup
    .mixed<Record<string, string | null>>()
    .test('headers', 'headers must be an object of texts', isRecord)
    .default({}),
});

/** Throws a ValidationError that says what is wrong with which field. */
export const parseWebhook = async (strapi: Core.Strapi, body: unknown): Promise<WebhookInput> => {
  if (!isRecord(body)) throw new errors.ValidationError('The body must hold the webhook');
  const unknown = Object.keys(body).find((field) => !Object.hasOwn(schema.fields, field));
  if (unknown !== undefined) {
    throw new errors.ValidationError(`A webhook has no field "${unknown}" that can be set here`);
  }
  const { name, url, events, enabled, headers } = await validateYupSchema(schema, {
    strict: false,
  })(body);
  return {
    name,
    url: await parseUrl(strapi, url),
    events: [...new Set(events)],
    enabled,
    headers: parseHeaders(headers),
  };
};

const parseUrl = async (strapi: Core.Strapi, text: string): Promise<string> => {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !['http:', 'https:'].includes(url.protocol)) {
    throw invalid('url', 'The address must begin with https:// or http://');
  }
  if (url.username || url.password) {
    throw invalid('url', 'The address must hold no password: send an Authorization header instead');
  }
  if (!config(strapi).webhooks.allowPrivateAddresses && (await isPrivateNow(url))) {
    throw invalid(
      'url',
      'The address leads to a private network or to this server. ' +
        'webhooks.allowPrivateAddresses in the configuration would allow it'
    );
  }
  return url.href;
};

const parseHeaders = (headers: Record<string, unknown>): Record<string, string | null> => {
  const entries = Object.entries(headers).map(([given, value]): [string, string | null] => {
    const name = given.trim().toLowerCase();
    if (!HEADER_NAME.test(name) || RESERVED_HEADER.test(name)) {
      throw invalid('headers', `"${given}" is no header that can be set here`);
    }
    if (value !== null && (typeof value !== 'string' || !HEADER_VALUE.test(value))) {
      throw invalid('headers', `The value of "${given}" must be plain text on one line`);
    }
    return [name, value];
  });
  if (entries.length > MAX_HEADERS) {
    throw invalid('headers', `A webhook may have ${MAX_HEADERS} headers at most`);
  }
  return Object.fromEntries(entries);
};

const invalid = (field: string, message: string) =>
  new errors.ValidationError(message, {
    errors: [{ path: [field], message, name: 'ValidationError' }],
  });
