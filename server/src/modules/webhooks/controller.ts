/** The webhooks' settings page. */
import type { Core } from '@strapi/strapi';
import { validateYupSchema, yup } from '@strapi/utils';
import type { Context } from 'koa';
import {
  PUBLIC_EVENT_TYPES,
  type DeliveryPage,
  type DeliveryView,
  type WebhookList,
  type WebhookView,
  type WebhookWithSecret,
} from './contract';
import { listDeliveries, sendAgain, sendTest } from './deliveries';
import { parseWebhook } from './parse-webhook';
import {
  createWebhook,
  findWebhook,
  listWebhooks,
  removeWebhook,
  rotateSecret,
  updateWebhook,
} from './service';

const deliveriesQuery = yup.object({
  cursor: yup.string().max(200),
  limit: yup.number().integer().min(1).max(100).default(25),
});

type One = Context & { params: { id: string } };
type OneDelivery = Context & { params: { id: string; deliveryId: string } };
interface Answer<Data> {
  data: Data;
}

export const createWebhookController = ({ strapi }: { strapi: Core.Strapi }) => ({
  list: async (): Promise<WebhookList> => ({
    data: await listWebhooks(strapi),
    meta: { events: [...PUBLIC_EVENT_TYPES] },
  }),

  async create(ctx: Context): Promise<Answer<WebhookWithSecret>> {
    const webhook = await createWebhook(strapi, await parseWebhook(strapi, ctx.request.body));
    ctx.status = 201;
    return { data: webhook };
  },

  async update(ctx: One): Promise<Answer<WebhookView>> {
    await findWebhook(strapi, ctx.params.id);
    const input = await parseWebhook(strapi, ctx.request.body);
    return { data: await updateWebhook(strapi, ctx.params.id, input) };
  },

  async delete(ctx: One): Promise<Answer<null>> {
    await removeWebhook(strapi, ctx.params.id);
    return { data: null };
  },

  rotateSecret: async (ctx: One): Promise<Answer<WebhookWithSecret>> => ({
    data: await rotateSecret(strapi, ctx.params.id),
  }),

  test: async (ctx: One): Promise<Answer<DeliveryView>> => ({
    data: await sendTest(strapi, ctx.params.id),
  }),

  async deliveries(ctx: One): Promise<DeliveryPage> {
    const query = await validateYupSchema(deliveriesQuery, { strict: false })(ctx.query);
    return listDeliveries(strapi, ctx.params.id, query);
  },

  sendAgain: async (ctx: OneDelivery): Promise<Answer<DeliveryView>> => ({
    data: await sendAgain(strapi, ctx.params.id, ctx.params.deliveryId),
  }),
});
