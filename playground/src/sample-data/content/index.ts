/** What the site shows: written by hand, the same for every seed. */
import { brewingArticles } from './articles-brewing';
import { originArticles } from './articles-origins';
import { recipeArticles } from './articles-recipes';
import { workArticles } from './articles-at-work';

export { categories } from './categories';
export { products } from './products';

export const articles = [...brewingArticles, ...originArticles, ...recipeArticles, ...workArticles];
