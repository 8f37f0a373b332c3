/** The admin screens' groups: the list, one with its members and accounts, and those of a contact. */
import { errors, yup } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { adminIdOf, isAllowed } from '../../../platform/admin-user';
import { parseData } from '../../../platform/parse-data';
import { viewsAsking } from '../../../platform/views/views-asking';
import { accounts } from '../../accounts';
import { contacts } from '../../contacts';
import { addMembers, excludeContacts, removeMembers, takeBackExclusion } from '../change-members';
import {
  CONTACT_GROUP_UID,
  GROUP_KINDS,
  type GroupAccountPage,
  type GroupOfContactView,
  type GroupPage,
  type GroupRef,
  type GroupUse,
  type GroupView,
  type MemberPage,
  type MembersChanged,
  type PageMeta,
} from '../contract';
import { removeGroup } from '../group-documents';
import { foundGroup, noGroup } from '../group-row';
import type { Sees } from '../history/say-because';
import { listAccountGroups, listGroupAccounts } from '../list/accounts-and-groups';
import { listGroups, readGroup } from '../list/list-groups';
import { listGroupsOf, listMembers } from '../list/list-members';
import { usersOf } from '../uses';
import { parseNamed, resolve, type Resolved } from '../members/named';

/** Lists of contacts ask for groups by their codes. */
const FILTER = { kind: 'contacts', parameter: 'group' } as const;

type One = Context & { params: { documentId: string } };

interface Answer<Data> {
  data: Data;
}

const shape = {
  name: yup.string().max(100),
  displayName: yup.string().trim().min(1).max(255),
  description: yup.string().nullable().max(10_000),
  enabled: yup.boolean(),
  visibleToSite: yup.boolean(),
  kind: yup.string().oneOf([...GROUP_KINDS]),
  condition: yup.mixed().nullable(),
  timeZone: yup.string().nullable().max(64),
};

export const createGroupsAdmin = ({ strapi }: { strapi: Core.Strapi }) => ({
  list: (ctx: Context): Promise<GroupPage> => listGroups(strapi, ctx.query),

  findOne: (ctx: One): Promise<Answer<GroupView>> => detail(strapi, ctx.params.documentId),

  async create(ctx: Context): Promise<Answer<GroupView>> {
    const by = adminIdOf(ctx);
    const { documentId } = await strapi.documents(CONTACT_GROUP_UID as never).create({
      data: { ...parseData(ctx, 'group', shape), createdBy: by, updatedBy: by } as never,
    });
    ctx.status = 201;
    return detail(strapi, documentId);
  },

  async update(ctx: One): Promise<Answer<GroupView>> {
    const { documentId } = ctx.params;
    const data = { ...parseData(ctx, 'group', shape), updatedBy: adminIdOf(ctx) };
    await strapi.documents(CONTACT_GROUP_UID as never).update({ documentId, data: data as never });
    return detail(strapi, documentId);
  },

  async delete(ctx: One): Promise<Answer<null>> {
    await removeGroup(strapi, ctx.params.documentId);
    return { data: null };
  },

  members: async (ctx: One): Promise<MemberPage> =>
    asSeenBy(
      ctx,
      await listMembers(strapi, (await found(strapi, ctx)).groupId, ctx.query, seesAs(ctx))
    ),

  accounts: async (ctx: One): Promise<GroupAccountPage> =>
    listGroupAccounts(strapi, (await found(strapi, ctx)).groupId, ctx.query),

  async usedBy(ctx: One): Promise<Answer<GroupUse>> {
    const { name } = await found(strapi, ctx);
    const asking = await viewsAsking(strapi, ctx, { ...FILTER, value: name });
    return { data: { ...asking, users: await usersOf(strapi, { kind: 'group', code: name }) } };
  },

  async ofAccount(ctx: One): Promise<GroupPage> {
    const account = await accounts(strapi).findByDocumentId(ctx.params.documentId);
    if (!account) throw new errors.NotFoundError('There is no such account');
    return listAccountGroups(strapi, account.id, ctx.query);
  },

  async ofContact(ctx: One): Promise<{ data: GroupOfContactView[]; meta: PageMeta }> {
    const contact = await contacts(strapi).findByDocumentId(ctx.params.documentId);
    if (!contact) throw new errors.NotFoundError('There is no such contact');
    return asSeenBy(ctx, await listGroupsOf(strapi, contact.id, ctx.query, seesAs(ctx)));
  },

  addMembers: (ctx: One) => change(strapi, ctx, addMembers),
  removeMembers: (ctx: One) => change(strapi, ctx, removeMembers),
  exclude: (ctx: One) => change(strapi, ctx, onContacts(excludeContacts)),
  takeBack: (ctx: One) => change(strapi, ctx, onContacts(takeBackExclusion)),
});

const SEE_ACCOUNTS = 'accounts.read';

/** Why somebody is in a group is theirs to know; which account it is by, only for who may see accounts. */
const asSeenBy = <Page extends { data: { accounts: string[] }[] }>(
  ctx: Context,
  page: Page
): Page =>
  isAllowed(ctx, SEE_ACCOUNTS)
    ? page
    : { ...page, data: page.data.map((place) => ({ ...place, accounts: [] })) };

const seesAs =
  (ctx: Context): Sees =>
  (permission) =>
    isAllowed(ctx, permission);

type Work = (strapi: Core.Strapi, group: GroupRef, named: Resolved) => Promise<MembersChanged>;

const change = async (
  strapi: Core.Strapi,
  ctx: One,
  work: Work
): Promise<Answer<MembersChanged>> => {
  const named = parseNamed(ctx.request.body);
  if (named.accounts.length > 0 && !isAllowed(ctx, SEE_ACCOUNTS)) {
    throw new errors.ForbiddenError('You may not see accounts, nor say which are in a group');
  }
  const group = await found(strapi, ctx);
  return { data: await work(strapi, group, await resolve(strapi, named)) };
};

const onContacts =
  (work: typeof excludeContacts): Work =>
  (strapi, group, { contactIds, accountIds }) => {
    if (accountIds.length > 0) {
      throw new errors.ValidationError(
        'Contacts are excluded, accounts are taken out of the group'
      );
    }
    return work(strapi, group, contactIds);
  };

const found = (strapi: Core.Strapi, ctx: One) => foundGroup(strapi, ctx.params.documentId);

const detail = async (strapi: Core.Strapi, documentId: string): Promise<Answer<GroupView>> => {
  const group = await readGroup(strapi, documentId);
  if (!group) throw noGroup();
  return { data: group };
};
