/** The admin screens' memberships: the people of an account, and the accounts of a contact. */
import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { contacts } from '../../contacts';
import { addMember, changeMember, endMembership, removeMembership } from '../change-members';
import type { MembershipPage, MembershipView } from '../contract';
import { listAccountsOf, listMembers } from '../list/list-members';
import { readMembershipView } from '../membership-views';
import { foundAccount, type One } from './found';
import { parseChange, parseEnd, parseNewMember } from './parse-member';

interface Answer<Data> {
  data: Data;
}

export const createMembersAdmin = ({ strapi }: { strapi: Core.Strapi }) => ({
  list: async (ctx: One): Promise<MembershipPage> =>
    listMembers(strapi, await foundAccount(strapi, ctx), ctx.query),

  async ofContact(ctx: One): Promise<MembershipPage> {
    const contact = await contacts(strapi).findByDocumentId(ctx.params.documentId);
    if (!contact) throw new errors.NotFoundError('There is no such contact');
    return listAccountsOf(strapi, contact.id, ctx.query);
  },

  async add(ctx: One): Promise<Answer<MembershipView>> {
    const member = parseNewMember(ctx.request.body);
    const account = await foundAccount(strapi, ctx);
    const documentId = await addMember(strapi, { ...member, account });
    ctx.status = 201;
    return view(strapi, documentId);
  },

  async update(ctx: One): Promise<Answer<MembershipView>> {
    const { documentId } = ctx.params;
    await changeMember(strapi, documentId, parseChange(ctx.request.body));
    return view(strapi, documentId);
  },

  /** From today on, or from the day given as `on`. */
  async end(ctx: One): Promise<Answer<MembershipView>> {
    const { documentId } = ctx.params;
    await endMembership(strapi, documentId, parseEnd(ctx.request.body));
    return view(strapi, documentId);
  },

  /** For one that was a mistake: nothing of it stays. */
  async delete(ctx: Context & One): Promise<Answer<null>> {
    await removeMembership(strapi, ctx.params.documentId);
    return { data: null };
  },
});

const view = async (strapi: Core.Strapi, documentId: string): Promise<Answer<MembershipView>> => {
  const membership = await readMembershipView(strapi, documentId);
  if (!membership) throw new errors.NotFoundError('There is no such membership');
  return { data: membership };
};
