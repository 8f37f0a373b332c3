import { factories, type Core } from '@strapi/strapi';
import { errors, validateYupSchema, yup } from '@strapi/utils';
import { orderNumber } from '../order-number';
import { priceItems, type PricedProduct, type RequestedItem } from '../price-items';

const UID = 'api::order.order';

interface OrderRequest {
  email: string;
  name: string;
  address?: string;
  items: RequestedItem[];
}

const parseOrder = validateYupSchema(
  yup.object({
    email: yup.string().email().max(320).required(),
    name: yup.string().max(255).required(),
    address: yup.string().max(2_000),
    items: yup
      .array()
      .of(
        yup.object({
          product: yup.string().required(),
          quantity: yup.number().integer().min(1).max(99).required(),
        })
      )
      .min(1)
      .max(50)
      .required(),
  })
) as (data: unknown) => Promise<OrderRequest>;

export default factories.createCoreController(UID, ({ strapi }) => ({
  /** Body: `{ data: OrderRequest }`. The server looks the prices up; a buyer who is logged in owns the order. */
  async create(ctx) {
    const { email, name, address, items } = await parseOrder(dataOf(ctx.request.body));
    const order = await strapi.documents(UID).create({
      data: {
        email,
        name,
        address,
        ...(await priced(strapi, items)),
        number: orderNumber(),
        customer: buyerId(ctx),
      },
    });
    return { data: toOwnOrder(order) };
  },

  /** The orders of whoever is logged in, newest first. */
  async mine(ctx) {
    const customer = buyerId(ctx);
    // An API token passes the route without being anyone; no filter would list everybody's orders.
    if (customer === undefined) throw new errors.UnauthorizedError('Log in to see your orders');
    const orders = await strapi.documents(UID).findMany({
      filters: { customer: { id: customer } },
      sort: 'createdAt:desc',
      limit: 50,
    });
    return { data: orders.map(toOwnOrder) };
  },
}));

const dataOf = (body: unknown): unknown => (body as { data?: unknown } | undefined)?.data;

/** The users-permissions user who sends the request, if it carries a login. */
const buyerId = (ctx: { state: unknown }): number | undefined =>
  (ctx.state as { user?: { id: number } }).user?.id;

const priced = async (strapi: Core.Strapi, requested: RequestedItem[]) => {
  const products = await strapi.documents('api::product.product').findMany({
    filters: { documentId: { $in: requested.map(({ product }) => product) } },
    fields: ['documentId', 'sku', 'name', 'price'],
    status: 'published',
  });
  try {
    return priceItems(requested, products as unknown as PricedProduct[]);
  } catch (error) {
    throw new errors.ValidationError((error as Error).message);
  }
};

const OWN_FIELDS = ['documentId', 'number', 'items', 'total', 'fulfilment', 'createdAt'];

/** What a buyer gets to see of an order. */
const toOwnOrder = (order: object) =>
  Object.fromEntries(Object.entries(order).filter(([name]) => OWN_FIELDS.includes(name)));
