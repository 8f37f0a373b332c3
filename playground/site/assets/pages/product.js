import { addToBasket } from '../basket.js';
import { emptyNote, toneOf } from '../cards.js';
import { listProducts } from '../cms.js';
import { element, find, picture } from '../element.js';
import { formatPrice } from '../format.js';
import { prose } from '../prose.js';
import { trackPage } from '../visitor.js';

export const start = async () => {
  const [, , slug] = location.pathname.split('/');
  const [product] = await listProducts({ 'filters[slug]': slug });
  if (product) {
    document.title = `${product.name} – Kittiwake Coffee`;
    find('[data-product]').append(details(product));
  } else {
    find('[data-product]').append(emptyNote('We do not sell that, or not any more.'));
  }
  trackPage(product && { uid: 'api::product.product', documentId: product.documentId });
};

const details = (product) =>
  element(
    'div',
    { class: 'split' },
    element(
      'div',
      { class: 'product__picture', style: toneOf(product) },
      picture(product.illustration)
    ),
    element(
      'div',
      {},
      product.origin && element('p', { class: 'eyebrow' }, product.origin),
      element('h1', {}, product.name),
      element('p', { class: 'lead' }, product.summary),
      element('p', { class: 'price product__price' }, formatPrice(product.price)),
      buyForm(product),
      ...prose(product.description),
      facts(product)
    )
  );

const buyForm = (product) => {
  const quantity = element('input', {
    type: 'number',
    name: 'quantity',
    min: 1,
    max: 99,
    value: 1,
    'aria-label': 'Quantity',
  });
  const added = element('p', { class: 'muted', role: 'status' });
  const add = (event) => {
    event.preventDefault();
    addToBasket(product, Number(quantity.value));
    added.replaceChildren(
      'In your basket. ',
      element('a', { href: '/basket' }, 'Go to the basket')
    );
  };
  return element(
    'form',
    { onsubmit: add },
    element(
      'div',
      { class: 'product__buy' },
      quantity,
      element('button', { class: 'button', type: 'submit' }, 'Add to basket'),
      wishButton(product)
    ),
    added
  );
};

/** Needs no code of its own: the tracker reads the attributes. */
const wishButton = ({ name, sku, price }) =>
  element(
    'button',
    {
      class: 'button button--plain',
      type: 'button',
      'data-cm-event': 'wishlist',
      'data-cm-title': name,
      'data-cm-value': price,
      'data-cm-sku': sku,
      onclick: ({ currentTarget }) => (currentTarget.textContent = 'Saved'),
    },
    'Save for later'
  );

const facts = ({ notes, sku }) =>
  element(
    'dl',
    { class: 'facts' },
    notes && [element('dt', {}, 'Tastes of'), element('dd', {}, notes)],
    element('dt', {}, 'Article number'),
    element('dd', {}, sku)
  );
