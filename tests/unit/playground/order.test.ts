import { orderNumber } from '../../../playground/src/api/order/order-number';
import { priceItems } from '../../../playground/src/api/order/price-items';

const products = [
  { documentId: 'a', sku: 'C-A', name: 'Ada', price: 1.1 },
  { documentId: 'b', sku: 'C-B', name: 'Bob', price: '19.99' },
];

describe('an order', () => {
  it('adds up in cents, so that 3 × 1.10 is 3.30', () => {
    expect(priceItems([{ product: 'a', quantity: 3 }], products).total).toBe(3.3);
  });

  it('reads prices that a database hands over as text', () => {
    const { items, total } = priceItems([{ product: 'b', quantity: 2 }], products);
    expect(items).toEqual([{ sku: 'C-B', name: 'Bob', quantity: 2, price: 19.99 }]);
    expect(total).toBe(39.98);
  });

  it('refuses what the shop does not sell', () => {
    expect(() => priceItems([{ product: 'x', quantity: 1 }], products)).toThrow(
      'There is no product "x" in the shop'
    );
  });

  it('has a number that can be read out over the telephone', () => {
    expect(orderNumber()).toMatch(/^K-[2-9A-HJ-NP-Z]{6}$/);
    expect(orderNumber(() => 0)).toBe('K-222222');
  });
});
