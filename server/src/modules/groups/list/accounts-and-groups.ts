/** The accounts in a group, and the groups that an account is in, a page at a time. */
import { validateYupSchemaSync, yup } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import { findKeysetPage } from '../../../platform/keyset';
import { pageShape, refuseUnknown } from '../../../platform/list-query';
import { aliased } from '../../../platform/sql/table';
import { ACCOUNTS_TABLE } from '../../accounts';
import {
  CONTACT_GROUPS_TABLE,
  GROUP_ACCOUNTS_TABLE,
  type GroupAccountPage,
  type GroupPage,
} from '../contract';
import { GROUP_ORDER, readGroups } from './list-groups';

const schema = yup.object(pageShape);

const parsePage = (query: unknown) => {
  refuseUnknown(query, Object.keys(schema.fields));
  const { cursor, pageSize } = validateYupSchemaSync(schema, { strict: false })(
    query
  ) as yup.InferType<typeof schema>;
  return { cursor, pageSize };
};

const ACCOUNT_ORDER = {
  name: 'name',
  column: 'a.name_key',
  idColumn: 'a.id',
  type: 'text',
  descending: false,
} as const;

export const listGroupAccounts = async (
  strapi: Core.Strapi,
  groupId: number,
  query: unknown
): Promise<GroupAccountPage> => {
  const matching = () =>
    aliased(strapi, { ga: GROUP_ACCOUNTS_TABLE })
      .join({ a: ACCOUNTS_TABLE }, 'a.id', 'ga.account_id')
      .where('ga.group_id', groupId);
  const page = { order: ACCOUNT_ORDER, ...parsePage(query) };
  const { ids, meta } = await findKeysetPage(strapi, matching, page);
  const data = (await aliased(strapi, { a: ACCOUNTS_TABLE })
    .whereIn('a.id', ids)
    .orderBy('a.name_key')
    .orderBy('a.id')
    .select({
      documentId: 'a.document_id',
      name: 'a.name',
    })) as unknown as GroupAccountPage['data'];
  return { data, meta };
};

export const listAccountGroups = async (
  strapi: Core.Strapi,
  accountId: number,
  query: unknown
): Promise<GroupPage> => {
  const matching = () =>
    aliased(strapi, { ga: GROUP_ACCOUNTS_TABLE })
      .join({ g: CONTACT_GROUPS_TABLE }, 'g.id', 'ga.group_id')
      .where('ga.account_id', accountId);
  const page = { order: GROUP_ORDER, ...parsePage(query) };
  const { ids, meta } = await findKeysetPage(strapi, matching, page);
  return { data: await readGroups(strapi, ids), meta };
};
