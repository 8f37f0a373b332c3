/** What an order costs, from the shop's own prices: a browser may name products, never amounts. */
export interface RequestedItem {
  product: string;
  quantity: number;
}

export interface PricedProduct {
  documentId: string;
  sku: string;
  name: string;
  /** In the shop's currency. Some databases hand decimals over as text. */
  price: number | string;
}

export interface OrderItem {
  sku: string;
  name: string;
  quantity: number;
  price: number;
}

/** Throws when a product is not for sale. `total` is rounded to cents. */
export const priceItems = (requested: RequestedItem[], products: PricedProduct[]) => {
  const known = new Map(products.map((product) => [product.documentId, product]));
  const items = requested.map(({ product: documentId, quantity }): OrderItem => {
    const product = known.get(documentId);
    if (!product) throw new Error(`There is no product "${documentId}" in the shop`);
    const { sku, name, price } = product;
    return { sku, name, quantity, price: Number(price) };
  });
  const cents = items.reduce(
    (sum, { price, quantity }) => sum + Math.round(price * 100) * quantity,
    0
  );
  return { items, total: cents / 100 };
};
