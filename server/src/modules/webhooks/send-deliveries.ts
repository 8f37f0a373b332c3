/**
 * The job that sends what is due: endpoints side by side, the messages of one in their order. An
 * endpoint that cannot be reached is left alone until the next job.
 */
import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { now } from '../../platform/clock';
import type { JobHandler } from '../../platform/jobs/contract';
import { jobRows } from '../../platform/jobs/table';
import { attemptDelivery } from './attempt';
import { claimWebhook, releaseWebhook, renewLease } from './lease';
import { deliveryRows, webhookRows, type DeliveryRow, type WebhookRow } from './tables';

export const SEND_JOB = 'webhooks.send';

const WEBHOOKS_AT_A_TIME = 20;

export const sendDeliveries: JobHandler = async ({ strapi, signal }) => {
  // They come with every change of a contact: kept for a month, they would hide all others.
  await jobRows(strapi).where({ name: SEND_JOB, status: 'done' }).delete();
  const unreachable = new Set<string>();
  let attempts = 0;
  for (;;) {
    const ids = await webhooksWithWork(strapi, [...unreachable]);
    const served = await Promise.all(ids.map((id) => serve(strapi, { id, signal, unreachable })));
    const made = served.reduce((sum, count) => sum + count, 0);
    attempts += made;
    if (made === 0 || signal.aborted) return { attempts };
  }
};

/** Those that no server sends to at the moment. */
export const webhooksWithWork = async (
  strapi: Core.Strapi,
  except: string[] = []
): Promise<string[]> => {
  const at = now();
  const due = deliveryRows(strapi)
    .where('status', 'pending')
    .where('next_attempt_at', '<=', at)
    .select('webhook_id');
  const ids: unknown[] = await webhookRows(strapi)
    .where('enabled', true)
    .whereIn('id', due)
    .whereNotIn('id', except)
    .where((free) => {
      void free.whereNull('lease_until').orWhere('lease_until', '<=', at);
    })
    .orderBy('id')
    .limit(WEBHOOKS_AT_A_TIME)
    .pluck('id');
  return ids.map(String);
};

interface Service {
  id: string;
  signal: AbortSignal;
  unreachable: Set<string>;
}

/** Answers with the number of attempts made. */
const serve = async (
  strapi: Core.Strapi,
  { id, signal, unreachable }: Service
): Promise<number> => {
  const owner = randomUUID();
  if (!(await claimWebhook(strapi, id, owner))) return 0;
  let attempts = 0;
  try {
    while (!signal.aborted) {
      const next = await nextDelivery(strapi, id);
      if (!next || !(await renewLease(strapi, id, owner))) break;
      attempts += 1;
      const { reached } = await attemptDelivery(strapi, next.webhook, next.delivery);
      if (!reached) {
        unreachable.add(id);
        break;
      }
    }
  } finally {
    await releaseWebhook(strapi, id, owner);
  }
  return attempts;
};

/** With the webhook as it is now: its address or secret may have changed since the last one. */
const nextDelivery = async (
  strapi: Core.Strapi,
  id: string
): Promise<{ webhook: WebhookRow; delivery: DeliveryRow } | null> => {
  const webhook = (await webhookRows(strapi).where({ id, enabled: true }).first()) as unknown as
    WebhookRow | undefined;
  const delivery = (await deliveryRows(strapi)
    .where({ webhook_id: id, status: 'pending' })
    .where('next_attempt_at', '<=', now())
    .orderBy('id')
    .first()) as unknown as DeliveryRow | undefined;
  return webhook && delivery ? { webhook, delivery } : null;
};
