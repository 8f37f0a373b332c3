/** Memberships of an account or of a contact, a page at a time: the newest first. */
import { validateYupSchemaSync, yup } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { findKeysetPage } from '../../../platform/keyset';
import { pageShape, refuseUnknown } from '../../../platform/list-query';
import { aliased } from '../../../platform/sql/table';
import { ACCOUNT_MEMBERSHIPS_TABLE, type MembershipPage } from '../contract';
import { subtree } from '../hierarchy';
import { CURRENT, today } from '../membership-dates';
import { readMembershipViews } from '../membership-views';

const ORDER = {
  name: 'newest',
  column: 'm.id',
  idColumn: 'm.id',
  type: 'number',
  descending: true,
} as const;

const schema = yup.object({
  ...pageShape,
  state: yup.string().oneOf(['all', 'current', 'former']).default('all'),
  subsidiaries: yup.boolean().default(false),
});
type MembersQuery = yup.InferType<typeof schema>;

const parse = (query: unknown): MembersQuery => {
  refuseUnknown(query, Object.keys(schema.fields));
  return validateYupSchemaSync(schema, { strict: false })(query) as MembersQuery;
};

/** With `subsidiaries`, those of everything below the account as well. */
export const listMembers = (
  strapi: Core.Strapi,
  accountId: number,
  query: unknown
): Promise<MembershipPage> => {
  const asked = parse(query);
  return page(strapi, asked, (memberships) =>
    asked.subsidiaries
      ? memberships.whereIn('m.account_id', subtree(strapi, accountId).select('id'))
      : memberships.where('m.account_id', accountId)
  );
};

export const listAccountsOf = (
  strapi: Core.Strapi,
  contactId: number,
  query: unknown
): Promise<MembershipPage> =>
  page(strapi, parse(query), (memberships) => memberships.where('m.contact_id', contactId));

const page = async (
  strapi: Core.Strapi,
  { state, cursor, pageSize }: MembersQuery,
  narrow: (memberships: Knex.QueryBuilder) => Knex.QueryBuilder
): Promise<MembershipPage> => {
  const matching = () => {
    const query = narrow(aliased(strapi, { m: ACCOUNT_MEMBERSHIPS_TABLE }));
    if (state === 'current') void query.whereRaw(CURRENT, [today()]);
    if (state === 'former') void query.whereRaw(`not ${CURRENT}`, [today()]);
    return query;
  };
  const { ids, meta } = await findKeysetPage(strapi, matching, { order: ORDER, cursor, pageSize });
  return { data: await readMembershipViews(strapi, { id: { $in: ids } }, ids), meta };
};
