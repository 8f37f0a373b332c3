/** Strapi's own controller, and the members of a group. */
import { validateYupSchemaSync, yup } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import {
  coreController,
  coreService,
  type ControllerFactory,
  type ServiceFactory,
} from '../../../platform/core-controller';
import { jsonBody } from '../../../platform/json-body';
import { pageShape, refuseUnknown } from '../../../platform/list-query';
import { verifyScopes } from '../../conditions';
import type { Condition, Explanation } from '../../conditions/contract';
import { addMembers, removeMembers } from '../change-members';
import { CONTACT_GROUP_UID, type MembersChanged, type MemberView } from '../contract';
import { explainGroup } from '../dynamic/explain-group';
import { parsePreview, previewCondition } from '../dynamic/preview-for-group';
import { foundGroup } from '../group-row';
import { removeGroup } from '../group-documents';
import { listMembers } from '../list/list-members';
import { parseNamed, resolve } from '../members/named';

const idOf = (ctx: Context) => (ctx.params as { id: string }).id;

const pageSchema = yup.object({ limit: pageShape.pageSize, cursor: pageShape.cursor });

export const contentApiControllers: Record<string, ControllerFactory> = {
  'contact-group': coreController(CONTACT_GROUP_UID, ({ strapi }) => ({
    async delete(ctx) {
      await removeGroup(strapi, idOf(ctx));
      ctx.status = 204;
    },

    async members(ctx) {
      refuseUnknown(ctx.query, Object.keys(pageSchema.fields));
      const { limit, cursor } = validateYupSchemaSync(pageSchema, { strict: false })(
        ctx.query
      ) as yup.InferType<typeof pageSchema>;
      const { groupId } = await foundGroup(strapi, idOf(ctx));
      const query = { pageSize: limit, ...(cursor === undefined ? {} : { cursor }) };
      const { data, meta } = await listMembers(strapi, groupId, query, SEES_NOTHING);
      return { data: data.map(toMember), meta: { nextCursor: meta.nextCursor } };
    },

    async preview(ctx) {
      const asked = parsePreview(strapi, ctx.request.body);
      await verifyScopes(strapi, ctx, asked.condition);
      const preview = await previewCondition(strapi, asked);
      const { count, exact, sample } = preview;
      return { count, exact, sample };
    },

    async explain(ctx): Promise<{ data: Explanation }> {
      const { contactDocumentId } = ctx.params as { contactDocumentId: string };
      const allow = (condition: Condition) => verifyScopes(strapi, ctx, condition);
      return { data: await explainGroup(strapi, idOf(ctx), contactDocumentId, allow) };
    },

    addMembers: (ctx): Promise<{ data: MembersChanged }> => change(strapi, ctx, addMembers),
    removeMembers: (ctx): Promise<{ data: MembersChanged }> => change(strapi, ctx, removeMembers),
  })),
};

/** Why somebody is in is not told here. */
const SEES_NOTHING = () => false;

const change = async (strapi: Core.Strapi, ctx: Context, work: typeof addMembers) => {
  const named = parseNamed(await jsonBody(ctx));
  const group = await foundGroup(strapi, idOf(ctx));
  return { data: await work(strapi, group, await resolve(strapi, named)) };
};

const toMember = ({ contact, byCondition, byAccount, byHand, since }: MemberView) => ({
  contact,
  byCondition,
  byAccount,
  byHand,
  since,
});

export const coreServices: Record<string, ServiceFactory> = {
  'contact-group': coreService(CONTACT_GROUP_UID),
};
