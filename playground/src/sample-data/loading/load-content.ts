/** What the site shows, and the orders that were placed on it. */
import type { Core } from '@strapi/strapi';
import { DAY } from '../journeys/visit-times';
import type {
  ItemReference,
  SampleArticle,
  SampleCategory,
  SampleData,
  SampleOrder,
  SampleProduct,
} from '../types';
import { createRows, existing } from './batches';

type Uid = ItemReference['uid'];
type StoredArticle = Omit<SampleArticle, 'category' | 'publishedDaysAgo'> & {
  category: string | undefined;
  publishedOn: string;
};

/** `uid` and slug or number → document id. */
export type Entries = Map<string, string>;

export const entryKey = ({ uid, key }: ItemReference): string => `${uid} ${key}`;

export const loadContent = async (
  strapi: Core.Strapi,
  { categories, articles, products }: SampleData,
  now: number
): Promise<void> => {
  const save = createMissing(strapi);
  const subjects = new Map<string, string>();
  for (const category of categories) {
    subjects.set(category.slug, await save('api::category.category', category));
  }
  for (const { category, publishedDaysAgo, ...article } of articles) {
    await save('api::article.article', {
      ...article,
      category: subjects.get(category),
      publishedOn: new Date(now - publishedDaysAgo * DAY).toISOString().slice(0, 10),
    });
  }
  for (const product of products) await save('api::product.product', product);
};

const createMissing =
  (strapi: Core.Strapi) =>
  async (uid: Uid, data: SampleCategory | SampleProduct | StoredArticle): Promise<string> => {
    const documents = strapi.documents(uid);
    const found = await documents.findFirst({ filters: { slug: data.slug } });
    const entry = found ?? (await documents.create({ data, status: 'published' }));
    return entry.documentId;
  };

/** In bulk and past the document service: these purchases have their activities already. */
export const loadOrders = async (strapi: Core.Strapi, orders: SampleOrder[]): Promise<void> => {
  const there = await existing(strapi, {
    table: 'orders',
    column: 'number',
    values: orders.map(({ number }) => number),
  });
  const rows = orders
    .filter(({ number }) => !there.has(number))
    .map(({ createdAt, ...order }) => {
      const at = new Date(createdAt);
      return { ...order, createdAt: at, updatedAt: at, publishedAt: at };
    });
  await createRows(strapi, 'api::order.order', rows);
};

export const readEntries = async (strapi: Core.Strapi): Promise<Entries> => {
  const entries: Entries = new Map();
  const named: [Uid, 'slug' | 'number'][] = [
    ['api::article.article', 'slug'],
    ['api::category.category', 'slug'],
    ['api::product.product', 'slug'],
    ['api::order.order', 'number'],
  ];
  for (const [uid, field] of named) {
    const rows = (await strapi.db.query(uid).findMany({ select: ['documentId', field] })) as Record<
      string,
      string
    >[];
    for (const row of rows) {
      entries.set(entryKey({ uid, key: row[field] ?? '' }), row.documentId ?? '');
    }
  }
  return entries;
};
