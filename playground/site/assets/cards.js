/** Products and articles as tiles. */
import { element, picture } from './element.js';
import { formatDate, formatPrice } from './format.js';

const TONE = '#1f4d57';

export const toneOf = ({ tone }) => `color: ${/^#[0-9a-f]{6}$/i.test(tone ?? '') ? tone : TONE}`;

export const productUrl = ({ slug }) => `/shop/${slug}`;
export const articleUrl = ({ slug, category }) => `/magazine/${category?.slug ?? 'story'}/${slug}`;

export const productCard = (product) =>
  element(
    'a',
    { class: 'card tile', href: productUrl(product) },
    element(
      'div',
      { class: 'tile__picture', style: toneOf(product) },
      picture(product.illustration)
    ),
    element(
      'div',
      { class: 'tile__text' },
      element('h3', {}, product.name),
      element('p', {}, product.summary),
      element(
        'div',
        { class: 'tile__foot' },
        element('span', {}, product.origin ?? ''),
        element('span', { class: 'price' }, formatPrice(product.price))
      )
    )
  );

export const articleCard = (article) =>
  element(
    'a',
    { class: 'card tile tile--wide', href: articleUrl(article) },
    element(
      'div',
      { class: 'tile__picture', style: toneOf(article) },
      picture(article.illustration)
    ),
    element(
      'div',
      { class: 'tile__text' },
      element('h3', {}, article.title),
      element('p', {}, article.excerpt),
      element(
        'div',
        { class: 'tile__foot' },
        element('span', {}, article.category?.name ?? ''),
        element('span', {}, article.publishedOn ? formatDate(article.publishedOn) : '')
      )
    )
  );

export const bannerCard = ({ title, text, linkText, linkUrl }) =>
  element(
    'aside',
    { class: 'banner' },
    element('div', {}, element('h2', {}, title), element('p', {}, text ?? '')),
    linkUrl && element('a', { class: 'button', href: linkUrl }, linkText ?? title)
  );

export const emptyNote = (text) => element('p', { class: 'empty' }, text);

/** Fills a grid; says `none` when there is nothing to show. */
export const fill = (grid, items, toCard, none) =>
  grid.replaceChildren(...(items.length > 0 ? items.map(toCard) : none ? [emptyNote(none)] : []));
