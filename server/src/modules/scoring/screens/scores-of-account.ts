/** `GET …/accounts/:documentId/scores`, for the admin and for a site's back end alike. */
import { errors, validateYupSchemaSync, yup } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { refuseUnknown } from '../../../platform/list-query';
import { accounts } from '../../accounts';
import { accountScores } from '../account-scores';
import type { AccountScoreView } from '../contract';

const schema = yup.object({ subsidiaries: yup.boolean().default(false) });

export const scoresOfAccount = async (
  strapi: Core.Strapi,
  ctx: Context
): Promise<AccountScoreView[]> => {
  refuseUnknown(ctx.query, Object.keys(schema.fields));
  const { subsidiaries } = validateYupSchemaSync(schema, { strict: false })(
    ctx.query
  ) as yup.InferType<typeof schema>;
  const { documentId } = ctx.params as { documentId: string };
  const account = await accounts(strapi).findByDocumentId(documentId);
  if (!account) throw new errors.NotFoundError('There is no such account');
  return accountScores(strapi).read({ accountId: account.id, subsidiaries });
};
