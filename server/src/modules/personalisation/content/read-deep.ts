/** An entry with its components and dynamic zones, and what of it may have an audience. */
import type { Core } from '@strapi/strapi';
import { attributesOf, type Attributes } from '../audience/schemas';
import { unasked } from './asking';
import type { Holder } from './places';

type Populate = Record<string, object>;

/** Components may hold themselves: at some depth it is enough. */
const MAX_DEPTH = 8;

export const componentsOf = (strapi: Core.Strapi, uid: string, depth = 0): Populate => {
  if (depth > MAX_DEPTH) return {};
  const attributes: Attributes = attributesOf(strapi, uid);
  const inside = (component: string) => ({
    populate: componentsOf(strapi, component, depth + 1),
  });
  const populate: Populate = {};
  for (const [name, { type, component, components = [] }] of Object.entries(attributes)) {
    if (type === 'component' && component) populate[name] = inside(component);
    if (type !== 'dynamiczone') continue;
    populate[name] = { on: Object.fromEntries(components.map((one) => [one, inside(one)])) };
  }
  return populate;
};

export interface Wanted {
  uid: string;
  documentId: string;
  status: 'draft' | 'published';
  locale?: string;
}

interface Documents {
  findOne(params: object): Promise<Holder | null>;
}

export const readDeep = (
  strapi: Core.Strapi,
  { uid, documentId, status, locale }: Wanted
): Promise<Holder | null> => {
  const documents = strapi.documents(uid as never) as unknown as Documents;
  return unasked(() =>
    documents.findOne({
      documentId,
      status,
      ...(locale === undefined ? {} : { locale }),
      populate: componentsOf(strapi, uid),
    })
  );
};
