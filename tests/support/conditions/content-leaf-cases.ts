/** How many entries of the site contacts saw. */
import { BETWEEN, ONCE, SINCE } from './activity-leaf-cases';
import { casesOf } from './leaf-cases';
import {
  all,
  among,
  denied,
  exactly,
  inside,
  like,
  number,
  outside,
  sql,
  type Kinds,
} from './sql-shapes';

const ENTRIES = 'select e.document_id from articles as e where ';
/** `and` is asked of the entry, `having` of all that a contact saw. */
const readers = (and: string | Kinds = '', having = '', window = ''): Kinds =>
  sql(
    ...[
      'select a.contact_id from cm_activities as a where a.type = ? and (',
      exactly('a.item_uid'),
    ],
    ...[`)${window} and a.contact_id is not null and a.item_document_id is not null`, and],
    ...[' group by a.contact_id', having]
  );
const whose = (test: string | Kinds): Kinds =>
  sql(` and a.item_document_id in (${ENTRIES}(`, test, '))');
/** What a relation leads to. */
const CATEGORY = (test: string | Kinds): Kinds =>
  sql(
    'exists (select r.id from categorys as r where r.id in (select j.category_id from articles_category_lnk as j where j.article_id = e.id) and (',
    ...[test, '))']
  );

const COUNTED = ' having count(distinct a.item_document_id)';
const ARTICLES = { contentType: 'api::article.article' };
export const CONTENT_CASES = casesOf('content', [
  [{ ...ARTICLES, ...ONCE }, inside(readers()), 'Ann Ben Dan'],
  [{ ...ARTICLES, operator: 'atLeast', count: 2 }, inside(readers('', `${COUNTED} >= ?`)), 'Ann'],
  [
    { ...ARTICLES, operator: 'atMost', count: 1 },
    outside(readers('', `${COUNTED} > ?`)),
    'Ben Cyd Dan',
  ],
  [{ ...ARTICLES, operator: 'atMost', count: 0 }, outside(readers()), 'Cyd'],
  [{ ...ARTICLES, operator: 'exactly', count: 2 }, inside(readers('', `${COUNTED} = ?`)), 'Ann'],
  [{ ...ARTICLES, operator: 'exactly', count: 0 }, outside(readers()), 'Cyd'],
  [{ ...ARTICLES, operator: 'never' }, outside(readers()), 'Cyd'],
  [{ ...ARTICLES, ...ONCE, activity: 'wishlist' }, inside(readers()), 'Dan'],
  [
    { ...ARTICLES, ...ONCE, where: [{ field: 'title', operator: 'startsWith', value: 'é' }] },
    inside(readers(whose(like('e.title')))),
    'Ann Ben',
  ],
  [
    { ...ARTICLES, operator: 'never', where: [{ field: 'words', operator: 'isEmpty' }] },
    outside(readers(whose(denied(all('e.words is not null'))))),
    'Ben Cyd Dan',
  ],
  [
    { ...ARTICLES, ...ONCE, where: [{ field: 'words', operator: 'gte', value: 99.5 }] },
    inside(readers(whose(number('e.words >= ?')))),
    'Ann Ben',
  ],
  [
    { ...ARTICLES, ...ONCE, where: [{ field: 'category.slug', operator: 'eq', value: 'NEWS' }] },
    inside(readers(whose(CATEGORY(among('r.slug'))))),
    'Ann Ben',
  ],
  [
    { ...ARTICLES, ...ONCE, where: [{ field: 'category.slug', operator: 'ne', value: 'news' }] },
    inside(readers(whose(sql('not ', CATEGORY(among('r.slug')))))),
    'Ann',
  ],
  [{ ...ARTICLES, ...ONCE, window: 'ever' }, inside(readers()), 'Ann Ben Dan'],
  [
    { ...ARTICLES, ...ONCE, window: { last: 1, unit: 'days' } },
    inside(readers('', '', SINCE)),
    'Ben',
  ],
  [
    {
      ...ARTICLES,
      operator: 'atLeast',
      count: 2,
      window: { between: ['2026-01-03', '2026-01-04'] },
    },
    inside(readers('', `${COUNTED} >= ?`, BETWEEN)),
    'Ann',
  ],
]);
