/**
 * Removes rows of a content type below the document service. In one statement, unless the site gave the
 * type components or media, which Strapi keeps in tables without a foreign key.
 */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { inTable } from './sql/table';

export const removeDocuments = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  { uid, table }: { uid: string; table: string },
  ids: number[]
): Promise<void> => {
  if (ids.length === 0) return;
  const loose = looseAttributes(strapi, uid);
  if (loose.any) return removeOneByOne(strapi, uid, ids, loose.components);
  await inTable(strapi, table, trx).whereIn('id', ids).delete();
};

const removeOneByOne = async (
  strapi: Core.Strapi,
  uid: string,
  ids: number[],
  components: string[]
) => {
  const emptied = Object.fromEntries(components.map((name) => [name, null]));
  for (const id of ids) {
    await strapi.documents(uid as never).updateComponents({ id }, emptied as never);
    await strapi.db.query(uid).delete({ where: { id } });
  }
};

/** Attributes that the site added and whose rows no foreign key removes. */
const looseAttributes = (strapi: Core.Strapi, uid: string) => {
  const attributes = Object.entries(strapi.contentType(uid as never).attributes);
  const components = attributes
    .filter(([, { type }]) => type === 'component' || type === 'dynamiczone')
    .map(([name]) => name);
  const morphs = attributes.some(
    ([, attribute]) =>
      attribute.type === 'media' ||
      (attribute.type === 'relation' && attribute.relation.startsWith('morph'))
  );
  return { any: morphs || components.length > 0, components };
};
