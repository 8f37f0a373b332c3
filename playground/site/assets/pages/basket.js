import {
  basketLines,
  basketTotal,
  emptyBasket,
  productDetails,
  removeFromBasket,
} from '../basket.js';
import { emptyNote, productUrl } from '../cards.js';
import { placeOrder } from '../cms.js';
import { element, find } from '../element.js';
import { onSubmit } from '../forms.js';
import { formatPrice } from '../format.js';
import { login } from '../session.js';
import { track } from '../visitor.js';

export const start = () => {
  showBasket();
  const form = find('[data-checkout]');
  form.elements.email.value = login()?.email ?? '';
  onSubmit(form, async (buyer) => {
    const lines = basketLines();
    const items = lines.map(({ product, quantity }) => ({ product: product.documentId, quantity }));
    const { number } = await placeOrder({ ...buyer, items });
    // The purchase itself is recorded by Strapi; these say what was in it.
    for (const { product, quantity } of lines) {
      track('purchasedproduct', productDetails(product, quantity));
    }
    emptyBasket();
    location.assign(`/thanks?order=${encodeURIComponent(number)}`);
  });
};

const showBasket = () => {
  const lines = basketLines();
  find('[data-checkout]').hidden = lines.length === 0;
  find('[data-basket]').replaceChildren(
    lines.length > 0 ? table(lines) : emptyNote('Your basket is empty.')
  );
};

const table = (lines) =>
  element(
    'table',
    { class: 'lines' },
    element('tbody', {}, ...lines.map(row)),
    element(
      'tfoot',
      {},
      element(
        'tr',
        {},
        element('th', { colspan: 2 }, 'Together'),
        element('th', { class: 'number' }, formatPrice(basketTotal()))
      )
    )
  );

const row = ({ product, quantity }) =>
  element(
    'tr',
    {},
    element('td', {}, element('a', { href: productUrl(product) }, product.name)),
    element('td', {}, `${quantity} × ${formatPrice(product.price)} `, removeButton(product)),
    element('td', { class: 'number' }, formatPrice(product.price * quantity))
  );

const removeButton = ({ documentId, name }) =>
  element(
    'button',
    {
      class: 'link-button',
      type: 'button',
      'aria-label': `Remove ${name}`,
      onclick: () => {
        removeFromBasket(documentId);
        showBasket();
      },
    },
    'Remove'
  );
