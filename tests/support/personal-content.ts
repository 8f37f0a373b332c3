/** Content with audiences in tests: products, and pages with sections that hold components and products. */
import { randomUUID } from 'node:crypto';
import { documentsOf, type Entry } from './documents';
import { groupsOf } from './groups';
import { addComponent, addContentType } from './site-content';
import { allowPublic } from './site-users';
import type { TestSite } from './strapi';
import { collect, contactOf, event } from './visits';

export const PRODUCT = 'api::product.product';
export const PAGE = 'api::page.page';
const audience = { type: 'customField', customField: 'plugin::contact-management.audience' };

export const addPersonalContent = async (appDir: string): Promise<void> => {
  await addComponent(appDir, {
    category: 'page',
    name: 'button',
    attributes: { text: { type: 'string' }, audience },
  });
  await addComponent(appDir, {
    category: 'page',
    name: 'banner',
    attributes: {
      title: { type: 'string' },
      audience,
      buttons: { type: 'component', component: 'page.button', repeatable: true },
    },
  });
  await addComponent(appDir, {
    category: 'page',
    name: 'text',
    attributes: { body: { type: 'text' } },
  });
  await addContentType(appDir, {
    name: 'product',
    draftAndPublish: true,
    attributes: { name: { type: 'string' }, audience },
  });
  await addContentType(appDir, { name: 'note', attributes: { body: { type: 'string' } } });
  await addContentType(appDir, {
    name: 'page',
    attributes: {
      title: { type: 'string' },
      sections: { type: 'dynamiczone', components: ['page.banner', 'page.text'] },
      products: { type: 'relation', relation: 'oneToMany', target: PRODUCT },
    },
  });
};

export const openPersonalContent = (site: TestSite): Promise<void> =>
  allowPublic(
    site,
    ...['product.product', 'page.page', 'note.note'].flatMap((type) => [
      `api::${type}.find`,
      `api::${type}.findOne`,
    ])
  );

export const personalContent = (site: TestSite) => ({
  ...groupsOf(site),
  pages: documentsOf(site, PAGE),
  product: (name: string, given: object | null, more: object = {}): Promise<Entry> =>
    documentsOf(site, PRODUCT).create({
      data: { name, audience: given },
      status: 'published',
      ...more,
    }),
  /** A browser that was seen, and the contact behind it. */
  visitor: async (): Promise<{ key: string; contact: Entry }> => {
    const key = randomUUID();
    await collect(site, { visitor: key, events: [event()] }).expect(202);
    const { id, document_id } = await contactOf(site, key);
    return { key, contact: { id: Number(id), documentId: String(document_id) } };
  },
  get: (path: string, key?: string) =>
    site.http.get(`/api${path}`).set(key ? { 'x-cm-visitor': key } : {}),
});

export const namesOf = (answer: { body: { data: Record<string, unknown>[] } }): unknown[] =>
  answer.body.data.map(({ name }) => name);
