/** Baskets and orders. */
import { orderNumber } from '../../api/order/order-number';
import { products } from '../content';
import { sitePages } from '../site-pages';
import type { SampleOrder, SampleProduct } from '../types';
import { identify, type Story } from './story';
import type { VisitLog } from './visit-log';

interface Line {
  product: SampleProduct;
  quantity: number;
}

const toCents = (amount: number) => Math.round(amount * 100);
const sum = (lines: Line[]) =>
  lines.reduce((cents, { product, quantity }) => cents + toCents(product.price) * quantity, 0) /
  100;

const aboutProduct = ({ product, quantity }: Line) => ({
  title: product.name,
  value: sum([{ product, quantity }]),
  item: { uid: 'api::product.product', key: product.slug } as const,
  data: { sku: product.sku, quantity },
});

/** Looks at products and puts them into the basket; some come out again. */
export const fillBasket = (log: VisitLog, story: Story): Line[] => {
  const { random } = story;
  const isBusiness = story.person.persona === 'business';
  const shelf = products.filter(({ kind }) => (kind === 'wholesale') === isBusiness);
  const lines = random
    .some(
      shelf,
      random.weighted([
        [1, 5],
        [2, 3],
        [3, 1],
      ])
    )
    .map((product): Line => ({
      product,
      quantity: product.kind === 'coffee' ? random.int(1, 3) : 1,
    }));
  for (const line of lines) {
    log.see(sitePages.product(line.product));
    log.does('productadded', aboutProduct(line));
  }
  log.see(sitePages.basket);
  const [first, ...others] = lines;
  if (!first || others.length === 0 || !random.chance(0.15)) return lines;
  log.does('productremoved', aboutProduct(first));
  return others;
};

/** Only now does the shop need a name and an address. */
export const buy = (log: VisitLog, story: Story, lines: Line[]): void => {
  identify(story, log.now(), 'order');
  const order = makeOrder(log.now(), story, lines);
  log.does('purchase', {
    title: order.number,
    value: order.total,
    item: { uid: 'api::order.order', key: order.number },
  });
  for (const line of lines) log.does('purchasedproduct', aboutProduct(line));
  if (story.orders.length === 0 && !story.isPartner) log.becomesClient();
  log.see(sitePages.thanks(order.number));
  story.orders.push(order);
};

const makeOrder = (createdAt: number, { random, person }: Story, lines: Line[]): SampleOrder => ({
  number: orderNumber((limit) => random.int(0, limit - 1)),
  email: person.profile.email,
  name: `${person.profile.firstName} ${person.profile.lastName}`,
  address: `${random.int(1, 90)} Sample Street, ${person.city}, ${person.country}`,
  total: sum(lines),
  items: lines.map(({ product: { sku, name, price }, quantity }) => ({
    sku,
    name,
    quantity,
    price,
  })),
  fulfilment: 'new',
  createdAt,
});
