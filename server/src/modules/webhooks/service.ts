/** Making, changing and removing webhooks. */
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { now } from '../../platform/clock';
import { insertOne } from '../../platform/sql/insert-one';
import { countOf } from '../../platform/sql/counting';
import type { WebhookView, WebhookWithSecret } from './contract';
import type { WebhookInput } from './parse-webhook';
import { BOTH_SECRETS_FOR, newSecret } from './sign';
import { deliveryRows, webhookRows, WEBHOOKS_TABLE, type WebhookRow } from './tables';
import { toWebhookView } from './views';

const MOST_WEBHOOKS = 100;

/** Throws NotFoundError. */
export const findWebhook = async (strapi: Core.Strapi, id: string): Promise<WebhookRow> => {
  const row = /^\d{1,15}$/.test(id) ? await webhookRows(strapi).where('id', id).first() : undefined;
  if (!row) throw new errors.NotFoundError('There is no such webhook');
  return row as unknown as WebhookRow;
};

export const listWebhooks = async (strapi: Core.Strapi): Promise<WebhookView[]> => {
  const rows = await webhookRows(strapi).orderBy('id').limit(MOST_WEBHOOKS);
  return (rows as unknown as WebhookRow[]).map(toWebhookView);
};

/** Answers with the secret, which nobody gets to see again. */
export const createWebhook = async (
  strapi: Core.Strapi,
  input: WebhookInput
): Promise<WebhookWithSecret> => {
  if ((await countOf(webhookRows(strapi))) >= MOST_WEBHOOKS) {
    throw new errors.ValidationError(`There may be ${MOST_WEBHOOKS} webhooks at most`);
  }
  const secret = newSecret();
  const id = await insertOne(strapi, WEBHOOKS_TABLE, {
    ...columnsOf(input, {}),
    secret,
    created_at: now(),
  });
  return { ...toWebhookView(await findWebhook(strapi, id)), secret };
};

/** Switched on again, it starts afresh: what it failed before is forgotten. */
export const updateWebhook = async (
  strapi: Core.Strapi,
  id: string,
  input: WebhookInput
): Promise<WebhookView> => {
  const before = await findWebhook(strapi, id);
  const stored = JSON.parse(before.headers) as Record<string, string>;
  const isBack = input.enabled && !before.enabled;
  const isOtherPlace = input.url !== before.url;
  await webhookRows(strapi)
    .where('id', id)
    .update({
      // A header was typed for one place: it is not sent to another one unseen.
      ...columnsOf(input, isOtherPlace ? {} : stored),
      ...(isBack || isOtherPlace ? { failing_since: null } : {}),
      ...(input.enabled ? { switched_off: null } : {}),
    });
  return toWebhookView(await findWebhook(strapi, id));
};

const columnsOf = (
  { name, url, events, enabled, headers }: WebhookInput,
  stored: Record<string, string>
) => {
  const values = Object.entries(headers).map(([header, value]) => [
    header,
    value ?? (Object.hasOwn(stored, header) ? stored[header] : undefined),
  ]);
  const missing = values.find(([, value]) => value === undefined);
  if (missing) throw new errors.ValidationError(`Type the value of the header "${missing[0]}"`);
  return {
    name,
    url,
    enabled,
    events: JSON.stringify(events),
    headers: JSON.stringify(Object.fromEntries(values)),
  };
};

export const removeWebhook = async (strapi: Core.Strapi, id: string): Promise<void> => {
  await findWebhook(strapi, id);
  await webhookRows(strapi).where('id', id).delete();
  await deliveryRows(strapi).where('webhook_id', id).delete();
};

/** The old secret signs along for a day. */
export const rotateSecret = async (strapi: Core.Strapi, id: string): Promise<WebhookWithSecret> => {
  const before = await findWebhook(strapi, id);
  const secret = newSecret();
  await webhookRows(strapi)
    .where('id', id)
    .update({
      secret,
      previous_secret: before.secret,
      previous_until: now() + BOTH_SECRETS_FOR,
    });
  return { ...toWebhookView(before), secret };
};
