import { articleCard, fill, productCard } from '../cards.js';
import { listArticles, listProducts } from '../cms.js';
import { find } from '../element.js';

export const start = async () => {
  const [products, articles] = await Promise.all([
    listProducts({ 'filters[kind]': 'coffee', 'pagination[limit]': 4 }),
    listArticles({ 'pagination[limit]': 3 }),
  ]);
  fill(find('[data-products]'), products, productCard, 'The shelves are empty today.');
  fill(find('[data-articles]'), articles, articleCard, 'Nothing has been written yet.');
};
