import { articleCard, fill, productCard } from '../cards.js';
import { listArticles, listProducts } from '../cms.js';
import { find } from '../element.js';

const containing = (fields, phrase) =>
  Object.fromEntries(
    fields.map((field, index) => [`filters[$or][${index}][${field}][$containsi]`, phrase])
  );

export const start = async () => {
  const phrase = new URLSearchParams(location.search).get('q')?.trim();
  if (!phrase) return;
  find('.bigsearch input').value = phrase;
  const [products, articles] = await Promise.all([
    listProducts(containing(['name', 'summary', 'description', 'origin', 'notes'], phrase)),
    listArticles(containing(['title', 'excerpt', 'body'], phrase)),
  ]);
  const found = products.length + articles.length;
  find('[data-summary]').textContent =
    found === 0
      ? `Nothing fits “${phrase}”. Try another word.`
      : `${found} ${found === 1 ? 'result' : 'results'} for “${phrase}”`;
  fill(find('[data-products]'), products, productCard);
  fill(find('[data-articles]'), articles, articleCard);
};
