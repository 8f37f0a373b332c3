/** The settings page's fields; see docs/reference/http-api.md. */
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { isRecord } from '../records';
import type { FieldDefinitionView, FieldUsage } from './contract';
import { customFields } from './service';

type One = Context & { params: { documentId: string } };
interface Answer<Data> {
  data: Data;
}

const bodyOf = (ctx: Context): Record<string, unknown> => {
  const body: unknown = ctx.request.body;
  return isRecord(body) ? body : {};
};

export const createCustomFieldController = ({ strapi }: { strapi: Core.Strapi }) => {
  const answer = async <Data>(data: Promise<Data>): Promise<Answer<Data>> => ({ data: await data });
  const fields = () => customFields(strapi);
  return {
    list: (ctx: Context): Promise<Answer<FieldDefinitionView[]>> =>
      answer(fields().list(ctx.query.entity ?? 'contact')),

    async create(ctx: Context): Promise<Answer<FieldDefinitionView>> {
      const created = await fields().create(bodyOf(ctx));
      ctx.status = 201;
      return { data: created };
    },

    update: (ctx: One): Promise<Answer<FieldDefinitionView>> =>
      answer(fields().change(ctx.params.documentId, bodyOf(ctx))),

    reorder(ctx: Context): Promise<Answer<FieldDefinitionView[]>> {
      const { entity, documentIds } = bodyOf(ctx);
      return answer(fields().reorder(entity, documentIds));
    },

    usage: (ctx: One): Promise<Answer<FieldUsage>> => answer(fields().usage(ctx.params.documentId)),

    delete: (ctx: One): Promise<Answer<FieldDefinitionView & FieldUsage>> =>
      answer(fields().remove(ctx.params.documentId)),

    restore: (ctx: One): Promise<Answer<FieldDefinitionView>> =>
      answer(fields().restore(ctx.params.documentId)),
  };
};
