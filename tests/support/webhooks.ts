/** Webhooks as an administrator makes them, and waiting for what becomes of a delivery. */
import type { DeliveryView, WebhookWithSecret } from '../../server/src/modules/webhooks/contract';
import { sendSoon } from '../../server/src/modules/webhooks/schedule';
import { deliveryRows } from '../../server/src/modules/webhooks/tables';
import { asAdmin } from './admin-roles';
import type { TestSite } from './strapi';

export const WEBHOOKS = '/contact-management/webhooks';

export const createWebhook = async (
  site: TestSite,
  url: string,
  events: string[],
  more: object = {}
): Promise<WebhookWithSecret> => {
  const { body } = await site.http
    .post(WEBHOOKS)
    .set(asAdmin(site.adminToken))
    .send({ name: 'Test', url, events, ...more })
    .expect(201);
  return body.data as WebhookWithSecret;
};

export const deliveriesOf = async (site: TestSite, id: string): Promise<DeliveryView[]> => {
  const { body } = await site.http
    .get(`${WEBHOOKS}/${id}/deliveries`)
    .set(asAdmin(site.adminToken))
    .expect(200);
  return body.data as DeliveryView[];
};

/** Newest first. */
export const untilDeliveries = async (
  site: TestSite,
  id: string,
  reached: (deliveries: DeliveryView[]) => boolean
): Promise<DeliveryView[]> => {
  for (;;) {
    const deliveries = await deliveriesOf(site, id);
    if (reached(deliveries)) return deliveries;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

/** As if the pause before the next attempt were over. */
export const letTimePass = async (site: TestSite, webhookId: string): Promise<void> => {
  await deliveryRows(site.strapi)
    .where({ webhook_id: webhookId, status: 'pending' })
    .update({ next_attempt_at: 0 });
  await sendSoon(site.strapi);
};
