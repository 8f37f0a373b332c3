/** What was sent to a webhook: looking it up, sending it again, sending a test. */
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { now } from '../../platform/clock';
import { decodeNumbers, encodeCursor } from '../../platform/cursor';
import { insertOne } from '../../platform/sql/insert-one';
import { aliased, inTable } from '../../platform/sql/table';
import { columnsOf, sendTo } from './attempt';
import { readBody, bodyOf } from './body';
import { TEST_EVENT, type DeliveryPage, type DeliveryView } from './contract';
import { newMessageId } from './enqueue';
import { sendSoon } from './schedule';
import { findWebhook } from './service';
import { DELIVERIES_TABLE, deliveryRows, MESSAGES_TABLE, type DeliveryRow } from './tables';
import { toDeliveryView } from './views';

type TypedRow = DeliveryRow & { type: string };

const withType = (strapi: Core.Strapi) =>
  aliased(strapi, { d: DELIVERIES_TABLE })
    .join({ m: MESSAGES_TABLE }, 'm.message_id', 'd.message_id')
    .select('d.*', 'm.type');

/** Newest first. Throws NotFoundError, and ValidationError for a cursor of another list. */
export const listDeliveries = async (
  strapi: Core.Strapi,
  webhookId: string,
  { cursor, limit }: { cursor?: string | undefined; limit: number }
): Promise<DeliveryPage> => {
  await findWebhook(strapi, webhookId);
  const query = withType(strapi).where('d.webhook_id', webhookId);
  const [before] = cursor ? decodeNumbers(cursor, 1) : [];
  if (before !== undefined) void query.where('d.id', '<', before);
  const rows = (await query.orderBy('d.id', 'desc').limit(limit + 1)) as unknown as TypedRow[];
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const hasMore = rows.length > limit;
  return {
    data: shown.map(toDeliveryView),
    meta: { nextCursor: hasMore && last ? encodeCursor([Number(last.id)]) : null },
  };
};

const findDelivery = async (
  strapi: Core.Strapi,
  webhookId: string,
  id: string
): Promise<DeliveryView> => {
  const asked = { 'd.id': id, 'd.webhook_id': webhookId };
  const found: unknown = /^\d{1,15}$/.test(id) ? await withType(strapi).where(asked).first() : null;
  const row = found as TypedRow | null | undefined;
  if (!row) throw new errors.NotFoundError('There is no such delivery');
  return toDeliveryView(row);
};

/** From the first attempt on, with the same id and body. */
export const sendAgain = async (
  strapi: Core.Strapi,
  webhookId: string,
  id: string
): Promise<DeliveryView> => {
  const webhook = await findWebhook(strapi, webhookId);
  const { messageId } = await findDelivery(strapi, webhookId, id);
  if (!webhook.enabled) throw new errors.ValidationError('Switch the webhook on first');
  if ((await readBody(strapi, messageId)) === null) {
    throw new errors.ValidationError('What this message told of was erased');
  }
  await deliveryRows(strapi)
    .where({ id })
    .update({ status: 'pending', attempts: 0, next_attempt_at: now() });
  await sendSoon(strapi);
  return findDelivery(strapi, webhookId, id);
};

/** At once and only once, also to a webhook that is switched off: to see whether it would work. */
export const sendTest = async (strapi: Core.Strapi, webhookId: string): Promise<DeliveryView> => {
  const webhook = await findWebhook(strapi, webhookId);
  const at = now();
  const messageId = newMessageId();
  const body = bodyOf({
    id: messageId,
    type: TEST_EVENT,
    at: new Date(at).toISOString(),
    data: [],
  });
  const outcome = await sendTo(strapi, webhook, { messageId, body });
  await inTable(strapi, MESSAGES_TABLE).insert({ message_id: messageId, type: TEST_EVENT, at });
  const id = await insertOne(strapi, DELIVERIES_TABLE, {
    webhook_id: webhook.id,
    message_id: messageId,
    status: outcome.ok ? 'delivered' : 'failed',
    attempts: 1,
    next_attempt_at: at,
    created_at: at,
    ...columnsOf(outcome),
  });
  return findDelivery(strapi, webhookId, id);
};
