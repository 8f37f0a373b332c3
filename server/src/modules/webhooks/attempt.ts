/** One attempt at one delivery, and what becomes of the delivery and of its webhook. */
import type { Core } from '@strapi/strapi';
import { config } from '../../config';
import { now } from '../../platform/clock';
import { isGivenUp, MAX_ATTEMPTS, pauseAfter } from './back-off';
import { readBody } from './body';
import type { SwitchedOff } from './contract';
import { post, type Outcome } from './post';
import { signatureHeaders } from './sign';
import { deliveryRows, webhookRows, type DeliveryRow, type WebhookRow } from './tables';

/** Whether the endpoint can be reached: when it cannot, the next message would fare no better. */
export const attemptDelivery = async (
  strapi: Core.Strapi,
  webhook: WebhookRow,
  delivery: DeliveryRow
): Promise<{ reached: boolean }> => {
  const attempts = delivery.attempts + 1;
  const pause = pauseAfter(attempts);
  const mine = () =>
    deliveryRows(strapi).where({ id: delivery.id, status: 'pending', attempts: delivery.attempts });
  const body = await readBody(strapi, delivery.message_id);
  if (body === null || delivery.attempts >= MAX_ATTEMPTS) {
    const error = body === null ? ERASED : CUT_OFF;
    await mine().update({ status: 'failed', error });
    return { reached: true };
  }
  // Counted before it is sent: what takes the server down is not sent forever.
  const at = now() + (pause ?? 0);
  if ((await mine().update({ ...NO_OUTCOME, attempts, next_attempt_at: at })) !== 1) {
    return { reached: true };
  }
  const outcome = await sendTo(strapi, webhook, { messageId: delivery.message_id, body });
  const failure =
    pause === null ? { status: 'failed' } : { status: 'pending', next_attempt_at: now() + pause };
  await deliveryRows(strapi)
    .where({ id: delivery.id, attempts })
    .update({ ...columnsOf(outcome), ...(outcome.ok ? { status: 'delivered' } : failure) });
  await noteHealth(strapi, webhook, outcome);
  return { reached: outcome.status !== null };
};

const ERASED = 'The contacts that this message told of were erased';
const CUT_OFF = 'The server stopped while it was sending this';
/** Of an attempt that is under way. */
const NO_OUTCOME = { response_status: null, response: null, error: null, duration: null };

export const sendTo = (
  strapi: Core.Strapi,
  webhook: WebhookRow,
  { messageId, body }: { messageId: string; body: string }
): Promise<Outcome> =>
  post({
    url: webhook.url,
    body,
    headers: {
      ...(JSON.parse(webhook.headers) as Record<string, string>),
      'content-type': 'application/json',
      'user-agent': 'strapi-plugin-contact-management',
      ...signatureHeaders(webhook, { messageId, body, now: now() }),
    },
    allowPrivateAddresses: config(strapi).webhooks.allowPrivateAddresses,
  });

export const columnsOf = ({ status, text, error, durationMilliseconds }: Outcome) => ({
  response_status: status,
  response: text,
  error,
  duration: durationMilliseconds,
});

const GONE = 410;

const noteHealth = async (
  strapi: Core.Strapi,
  webhook: WebhookRow,
  { ok, status }: Outcome
): Promise<void> => {
  const row = () => webhookRows(strapi).where('id', webhook.id);
  if (ok) {
    if (webhook.failing_since !== null) await row().update({ failing_since: null });
    return;
  }
  const at = now();
  const since = webhook.failing_since === null ? at : Number(webhook.failing_since);
  const reason = reasonToStop(status, isGivenUp(since, at));
  await row().update({
    failing_since: since,
    ...(reason ? { enabled: false, switched_off: reason } : {}),
  });
  if (reason) {
    strapi.log.warn(`contact-management: webhook "${webhook.name}" was switched off: ${reason}`);
  }
};

const reasonToStop = (status: number | null, givenUp: boolean): SwitchedOff | null => {
  if (status === GONE) return 'gone';
  return givenUp ? 'failing' : null;
};
