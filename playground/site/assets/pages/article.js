import { articleCard, emptyNote, fill, toneOf } from '../cards.js';
import { listArticles } from '../cms.js';
import { element, find, picture } from '../element.js';
import { formatDate } from '../format.js';
import { prose } from '../prose.js';
import { trackPage } from '../visitor.js';

export const start = async () => {
  const [, , category, slug] = location.pathname.split('/');
  const [article] = await listArticles({ 'filters[slug]': slug });
  if (!article) {
    find('[data-story]').append(emptyNote('This story is not in the magazine, or not any more.'));
    return trackPage();
  }
  document.title = `${article.title} – Kittiwake Coffee`;
  find('[data-story]').append(...story(article));
  trackPage({ uid: 'api::article.article', documentId: article.documentId });
  await showRelated(category, slug);
};

const story = (article) => [
  element(
    'div',
    { class: 'story__picture', style: toneOf(article) },
    picture(article.illustration)
  ),
  element('p', { class: 'eyebrow' }, article.category?.name ?? 'Magazine'),
  element('h1', {}, article.title),
  element('p', { class: 'muted' }, `${article.author}, ${formatDate(article.publishedOn)}`),
  element('div', { class: 'story__body' }, ...prose(article.body)),
];

const showRelated = async (category, slug) => {
  const others = await listArticles({
    'filters[category][slug]': category,
    'filters[slug][$ne]': slug,
    'pagination[limit]': 3,
  });
  fill(find('[data-related] [data-articles]'), others, articleCard);
  find('[data-related]').hidden = others.length === 0;
};
