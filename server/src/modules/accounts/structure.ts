/** The tree around an account: what is above it, and what is right below it. */
import { validateYupSchemaSync, yup } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import { findRows } from '../../platform/find-rows';
import { findKeysetPage } from '../../platform/keyset';
import { pageShape, refuseUnknown } from '../../platform/list-query';
import { countOf } from '../../platform/sql/counting';
import { aliased, inTable } from '../../platform/sql/table';
import { LABEL_FIELDS, toLabel } from './account-views';
import {
  ACCOUNT_UID,
  ACCOUNTS_TABLE,
  type AccountNode,
  type AccountNodePage,
  type LabelView,
  type NamedRef,
} from './contract';
import { ancestorIds, subtree } from './hierarchy';

const pageSchema = yup.object(pageShape);

/** One level of the tree, by name. */
export const listChildren = async (
  strapi: Core.Strapi,
  accountId: number,
  query: unknown
): Promise<AccountNodePage> => {
  refuseUnknown(query, Object.keys(pageShape));
  const { cursor, pageSize } = validateYupSchemaSync(pageSchema, { strict: false })(
    query
  ) as yup.InferType<typeof pageSchema>;
  const children = () => aliased(strapi, { a: ACCOUNTS_TABLE }).where('a.parent_id', accountId);
  const { ids, meta } = await findKeysetPage(strapi, children, {
    order: {
      name: 'name',
      column: 'a.name_key',
      idColumn: 'a.id',
      type: 'text',
      descending: false,
    },
    cursor,
    pageSize,
  });
  return { data: await readNodes(strapi, ids), meta };
};

/** From the top down to the account's own parent. */
export const listAncestors = async (
  strapi: Core.Strapi,
  accountId: number
): Promise<AccountNode[]> => readNodes(strapi, (await ancestorIds(strapi, accountId)).reverse());

interface LoadedNode extends NamedRef {
  id: number;
  status: LabelView | null;
}

const readNodes = async (strapi: Core.Strapi, ids: number[]): Promise<AccountNode[]> => {
  if (ids.length === 0) return [];
  const nodes = await findRows<LoadedNode>(strapi, ACCOUNT_UID, {
    where: { id: { $in: ids } },
    select: ['id', 'documentId', 'name'],
    populate: { status: { select: LABEL_FIELDS } },
  });
  const counts = (await inTable(strapi, ACCOUNTS_TABLE)
    .whereIn('parent_id', ids)
    .groupBy('parent_id')
    .select('parent_id')
    .count({ count: '*' })) as unknown as { parent_id: number; count: number | string }[];
  const children = new Map(counts.map((row) => [row.parent_id, Number(row.count)]));
  const byId = new Map(nodes.map((node) => [node.id, node]));
  return ids.flatMap((id) => {
    const node = byId.get(id);
    if (!node) return [];
    const { documentId, name, status } = node;
    return [{ documentId, name, status: toLabel(status), children: children.get(id) ?? 0 }];
  });
};

/** Accounts right below it, or all of them. */
export const countBelow = (
  strapi: Core.Strapi,
  accountId: number,
  all: boolean
): Promise<number> =>
  all
    ? countOf(
        strapi.db.connection.from(
          subtree(strapi, accountId).where('level', '>', 0).distinct('id').as('below')
        )
      )
    : countOf(inTable(strapi, ACCOUNTS_TABLE).where('parent_id', accountId));
