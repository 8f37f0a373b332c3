/** The events that a track, page or screen message stands for, as the collect endpoint takes them. */
import { isRecord } from '../../../platform/records';
import { isWebAddress } from '../collect/read-page';
import { typeOfEvent } from './event-names';
import { recordOf, type Message } from './message';

export type SentEvent = Record<string, unknown> & { id: string; type: string };

const MAX_PRODUCTS = 100;

export const toEvents = (message: Message, isType: (name: string) => boolean): SentEvent[] => {
  const type = message.type === 'track' ? typeOfEvent(message.event, isType) : 'pagevisit';
  const { products, ...properties } = message.properties;
  const bought = type === 'purchase' && Array.isArray(products) ? products.filter(isRecord) : [];
  // Each product has an activity of its own; twice would only be in the way of the size limit.
  const data = bought.length > 0 ? properties : message.properties;
  return [
    {
      ...common(message),
      id: message.id,
      type,
      title: titleOf(message, type),
      value: valueOf(type, properties),
      data,
    },
    ...bought.slice(0, MAX_PRODUCTS).map((product, at) => ({
      ...common(message),
      id: `${message.id}:${at}`,
      type: 'purchasedproduct',
      title: firstText(product.name, product.sku, product.product_id),
      value: valueOf('purchasedproduct', product),
      data: { ...product, order_id: properties.order_id },
    })),
  ];
};

const common = ({ at, properties, context }: Message) => {
  const page = recordOf(context.page);
  return {
    at,
    url: webAddress(properties.url) ?? webAddress(page.url),
    referrer: firstText(properties.referrer, page.referrer),
    locale: firstText(context.locale)?.slice(0, 35) ?? null,
  };
};

const webAddress = (value: unknown): string | null =>
  typeof value === 'string' && value.length <= 2_048 && isWebAddress(value) ? value : null;

const titleOf = ({ name, event, properties, context }: Message, type: string): string | null => {
  if (type === 'internalsearch') return firstText(properties.query);
  if (type === 'purchase') return firstText(properties.order_id, event);
  return firstText(properties.title, properties.name, name, recordOf(context.page).title, event);
};

const firstText = (...values: unknown[]): string | null =>
  values.find((value): value is string => typeof value === 'string' && value.trim() !== '') ?? null;

const valueOf = (type: string, properties: Record<string, unknown>): number | null => {
  const { revenue, total, value, price, quantity } = properties;
  const single = toNumber(price);
  const priced = single === null ? null : single * (toNumber(quantity) ?? 1);
  if (type === 'purchase') return toNumber(revenue) ?? toNumber(total) ?? toNumber(value);
  return toNumber(value) ?? toNumber(revenue) ?? priced;
};

const MAX_VALUE = 1e13;

/** Shops send prices as text, too. */
const toNumber = (value: unknown): number | null => {
  if (value === '' || (typeof value !== 'string' && typeof value !== 'number')) return null;
  const number = Number(value);
  return Number.isFinite(number) && Math.abs(number) <= MAX_VALUE ? number : null;
};
