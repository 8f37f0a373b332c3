/** The admin screens' accounts: the list, the card, the tree. */
import { errors, validateYupSchemaSync, yup } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { adminIdOf, isAllowed } from '../../../platform/admin-user';
import type { BulkStarted } from '../../../platform/bulk/contract';
import { startBulk } from '../../../platform/bulk/start-bulk';
import type { FieldDescription } from '../../../platform/fields/contract';
import { describeCustomFields } from '../../../platform/fields/describe-custom';
import { parseRemoval } from '../../../platform/removal';
import { describeFields } from '../account-fields';
import { readDetail } from '../account-views';
import { ACCOUNTS } from '../bulk/account-subject';
import type {
  AccountDetail,
  AccountNode,
  AccountNodePage,
  AccountOptions,
  AccountPage,
  PeopleRollUp,
} from '../contract';
import { exportAccounts } from '../list/export-accounts';
import { countAccounts, listAccounts } from '../list/list-accounts';
import { listOptions } from '../list/list-options';
import { removeAccount } from '../remove-account';
import { createAccount, parseSaveRequest, updateAccount } from '../save-account';
import { accounts } from '../service';
import { listAncestors, listChildren } from '../structure';
import { foundAccount, type One } from './found';

interface Answer<Data> {
  data: Data;
}

const peopleQuery = yup.object({ subsidiaries: yup.boolean().default(false) });

export const createAccountsAdmin = ({ strapi }: { strapi: Core.Strapi }) => ({
  list: (ctx: Context): Promise<AccountPage> => listAccounts(strapi, ctx.query),

  count: async (ctx: Context): Promise<{ count: number; exact: true }> => ({
    count: await countAccounts(strapi, ctx.query),
    exact: true,
  }),

  fields: async (): Promise<Answer<FieldDescription[]>> => ({
    data: [...describeFields(strapi), ...(await describeCustomFields(strapi, 'account'))],
  }),

  options: async (): Promise<Answer<AccountOptions>> => ({ data: await listOptions(strapi) }),

  /** The answer is a stream. */
  export: (ctx: Context): Promise<void> => exportAccounts(strapi, ctx),

  findOne: (ctx: One): Promise<Answer<AccountDetail>> => detail(strapi, ctx, ctx.params.documentId),

  async create(ctx: Context): Promise<Answer<AccountDetail>> {
    const data = parseSaveRequest(strapi, ctx.request.body);
    const documentId = await createAccount(strapi, data, adminIdOf(ctx));
    ctx.status = 201;
    return detail(strapi, ctx, documentId);
  },

  async update(ctx: One): Promise<Answer<AccountDetail>> {
    const { documentId } = ctx.params;
    const data = parseSaveRequest(strapi, ctx.request.body);
    await updateAccount(strapi, documentId, data, adminIdOf(ctx));
    return detail(strapi, ctx, documentId);
  },

  /** `?replaceWith=` and `?force=true`, as over REST. */
  async delete(ctx: One): Promise<Answer<null>> {
    await removeAccount(strapi, parseRemoval(ctx.params.documentId, ctx.query));
    return { data: null };
  },

  /** Each of the actions asks for a permission of its own. */
  bulk: (ctx: Context): Promise<BulkStarted> => startBulk(strapi, ACCOUNTS, ctx),

  children: async (ctx: One): Promise<AccountNodePage> =>
    listChildren(strapi, await foundAccount(strapi, ctx), ctx.query),

  ancestors: async (ctx: One): Promise<Answer<AccountNode[]>> => ({
    data: await listAncestors(strapi, await foundAccount(strapi, ctx)),
  }),

  async people(ctx: One): Promise<Answer<PeopleRollUp>> {
    const query = validateYupSchemaSync(peopleQuery, { strict: false })(ctx.query) as yup.InferType<
      typeof peopleQuery
    >;
    const accountId = await foundAccount(strapi, ctx);
    return { data: await accounts(strapi).rollUpPeople({ accountId, ...query }) };
  },
});

const detail = async (
  strapi: Core.Strapi,
  ctx: Context,
  documentId: string
): Promise<Answer<AccountDetail>> => {
  const withPeople = isAllowed(ctx, 'contacts.read');
  const account = await readDetail(strapi, documentId, { withPeople });
  if (!account) throw new errors.NotFoundError('There is no such account');
  return { data: account };
};
