import { articleCard, fill } from '../cards.js';
import { listArticles, listCategories } from '../cms.js';
import { element, find } from '../element.js';
import { trackPage } from '../visitor.js';

export const start = async () => {
  const [, , slug] = location.pathname.split('/');
  const [categories, articles] = await Promise.all([
    listCategories(),
    listArticles({ 'pagination[limit]': 100, ...(slug && { 'filters[category][slug]': slug }) }),
  ]);
  const chosen = categories.find((category) => category.slug === slug);
  if (chosen) showCategory(chosen);
  find('[data-categories]').append(
    chip('/magazine', 'Everything', !slug),
    ...categories.map(({ slug: other, name }) => chip(`/magazine/${other}`, name, other === slug))
  );
  fill(find('[data-articles]'), articles, articleCard, 'Nothing has been written about this yet.');
  trackPage(chosen && { uid: 'api::category.category', documentId: chosen.documentId });
};

const showCategory = ({ name, description }) => {
  document.title = `${name} – Kittiwake Coffee`;
  find('[data-heading]').textContent = name;
  find('[data-lead]').textContent = description;
};

const chip = (href, name, isHere) =>
  element('a', { href, 'aria-current': isHere ? 'page' : undefined }, name);
