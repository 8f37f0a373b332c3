import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { accounts } from '../service';

export type One = Context & { params: { documentId: string } };

/** The row number of the account that a route names. Throws NotFoundError. */
export const foundAccount = async (strapi: Core.Strapi, ctx: One): Promise<number> => {
  const account = await accounts(strapi).findByDocumentId(ctx.params.documentId);
  if (!account) throw new errors.NotFoundError('There is no such account');
  return account.id;
};
