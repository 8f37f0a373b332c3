/** The admin screens' groups by condition: preview, explanation, rebuild, history and sizes. */
import { errors, validateYupSchemaSync, yup } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { adminIdOf, isAllowed } from '../../../platform/admin-user';
import { refuseUnknown } from '../../../platform/list-query';
import { isRecord } from '../../../platform/records';
import { permissionsOf } from '../../conditions';
import type { Explanation } from '../../conditions/contract';
import type { GroupHistoryPage, GroupPreview, GroupSizes } from '../contract';
import { explainGroup } from '../dynamic/explain-group';
import { previewForGroup } from '../dynamic/preview-for-group';
import { startRebuild } from '../dynamic/start-rebuild';
import { foundGroup } from '../group-row';
import { listHistory } from '../list/list-history';
import { readSizes } from '../list/read-sizes';
import { readGroup } from '../list/list-groups';

type One = Context & { params: { documentId: string } };
type OfContact = Context & { params: { documentId: string; contact: string } };

interface Answer<Data> {
  data: Data;
}

const MOST_DAYS = 730;
const sizesSchema = yup.object({
  days: yup.number().integer().min(1).max(MOST_DAYS).default(90),
});

export const createDynamicGroupsAdmin = ({ strapi }: { strapi: Core.Strapi }) => ({
  /** Takes `{ condition, timeZone?, exact? }`. */
  async preview(ctx: One): Promise<Answer<GroupPreview>> {
    const body: unknown = ctx.request.body;
    mustBeAllowed(strapi, ctx, isRecord(body) ? body.condition : null);
    const group = await foundGroup(strapi, ctx.params.documentId);
    return { data: await previewForGroup(strapi, group, body) };
  },

  explain: async (ctx: OfContact): Promise<Answer<Explanation>> => ({
    data: await explainGroup(strapi, ctx.params.documentId, ctx.params.contact, (condition) => {
      mustBeAllowed(strapi, ctx, condition);
    }),
  }),

  async rebuild(ctx: One): Promise<Answer<{ jobId: string }>> {
    const { groupId, documentId } = await foundGroup(strapi, ctx.params.documentId);
    const group = await readGroup(strapi, documentId);
    if (group?.kind !== 'dynamic' || !group.enabled) {
      throw new errors.ValidationError('Only a group by condition that is enabled can be rebuilt');
    }
    ctx.status = 202;
    return { data: { jobId: await startRebuild(strapi, groupId, adminIdOf(ctx)) } };
  },

  async history(ctx: One): Promise<GroupHistoryPage> {
    const group = await foundGroup(strapi, ctx.params.documentId);
    return listHistory(strapi, group, ctx.query, (permission) => isAllowed(ctx, permission));
  },

  async sizes(ctx: One): Promise<Answer<GroupSizes>> {
    refuseUnknown(ctx.query, Object.keys(sizesSchema.fields));
    const { days } = validateYupSchemaSync(sizesSchema, { strict: false })(
      ctx.query
    ) as yup.InferType<typeof sizesSchema>;
    const group = await foundGroup(strapi, ctx.params.documentId);
    return { data: await readSizes(strapi, group.groupId, days) };
  },
});

/** Throws ForbiddenError for a condition about what the caller may not see: the answer would tell it. */
const mustBeAllowed = (strapi: Core.Strapi, ctx: Context, condition: unknown): void => {
  if (!isAllowed(ctx, permissionsOf(strapi, condition))) {
    throw new errors.ForbiddenError('The condition asks about what you may not see');
  }
};
