import { articleCard, bannerCard, fill, productCard } from '../cards.js';
import { homeBanners, listArticles, listProducts } from '../cms.js';
import { find } from '../element.js';

export const start = async () => {
  const [banners, products, articles] = await Promise.all([
    homeBanners(),
    listProducts({ 'filters[kind]': 'coffee', 'pagination[limit]': 4 }),
    listArticles({ 'pagination[limit]': 3 }),
  ]);
  fill(find('[data-banners]'), banners, bannerCard);
  fill(find('[data-products]'), products, productCard, 'The shelves are empty today.');
  fill(find('[data-articles]'), articles, articleCard, 'Nothing has been written yet.');
};
