/** What the visitor is about to buy, kept in this browser. */
import { track } from './visitor.js';

const KEY = 'kittiwake.basket';

/** @returns {{ product: object, quantity: number }[]} */
export const basketLines = () => {
  try {
    return JSON.parse(localStorage.getItem(KEY)) ?? [];
  } catch {
    return [];
  }
};

const save = (lines) => {
  localStorage.setItem(KEY, JSON.stringify(lines));
  showBasketCount();
};

export const showBasketCount = () => {
  const count = basketLines().reduce((sum, { quantity }) => sum + quantity, 0);
  const badge = document.querySelector('[data-basket-count]');
  badge.textContent = count;
  badge.hidden = count === 0;
};

export const addToBasket = (product, quantity) => {
  const lines = basketLines();
  const line = lines.find((other) => other.product.documentId === product.documentId);
  if (line) line.quantity += quantity;
  else lines.push({ product, quantity });
  save(lines);
  track('productadded', productDetails(product, quantity));
};

export const removeFromBasket = (documentId) => {
  const lines = basketLines();
  const line = lines.find(({ product }) => product.documentId === documentId);
  save(lines.filter((other) => other !== line));
  if (line) track('productremoved', productDetails(line.product, line.quantity));
};

export const emptyBasket = () => save([]);

export const basketTotal = () =>
  basketLines().reduce((sum, { product, quantity }) => sum + product.price * quantity, 0);

/** What an activity about a product says. */
export const productDetails = ({ documentId, name, sku, price }, quantity) => ({
  title: name,
  value: Math.round(price * quantity * 100) / 100,
  item: { uid: 'api::product.product', documentId },
  data: { sku, quantity },
});
