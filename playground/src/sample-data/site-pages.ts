/** The addresses and titles of the sample site's pages, as its visitors see them. */
import type { ItemReference, SampleArticle, SampleCategory, SampleProduct } from './types';

export interface SitePage {
  path: string;
  title: string;
  item: ItemReference | null;
}

const NAME = 'Kittiwake Coffee';
const page = (path: string, title: string, item: ItemReference | null = null): SitePage => ({
  path,
  title: `${title} – ${NAME}`,
  item,
});

export const sitePages = {
  home: { path: '/', title: `${NAME} – roasted by the sea`, item: null },
  shop: page('/shop', 'Shop'),
  magazine: page('/magazine', 'Magazine'),
  contact: page('/contact', 'Contact'),
  wholesale: page('/wholesale', 'For business'),
  register: page('/register', 'Register'),
  login: page('/login', 'Log in'),
  account: page('/account', 'Your account'),
  basket: page('/basket', 'Basket'),
  product: ({ slug, name }: SampleProduct) =>
    page(`/shop/${slug}`, name, { uid: 'api::product.product', key: slug }),
  category: ({ slug, name }: SampleCategory) =>
    page(`/magazine/${slug}`, name, { uid: 'api::category.category', key: slug }),
  article: ({ slug, category, title }: SampleArticle) =>
    page(`/magazine/${category}/${slug}`, title, { uid: 'api::article.article', key: slug }),
  search: (phrase: string) => page(`/search?q=${encodeURIComponent(phrase)}`, 'Search'),
  thanks: (order: string) => page(`/thanks?order=${order}`, 'Thank you'),
};
