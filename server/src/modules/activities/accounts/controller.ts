/** What an account's people did, over HTTP: for the admin and for a site's back end alike. */
import type { Core } from '@strapi/strapi';
import { errors, validateYupSchema, yup } from '@strapi/utils';
import type { Context } from 'koa';
import { accounts } from '../../accounts';
import type { AccountActivityPage, AccountSummary } from '../contract';
import { parseTimelineFilter } from '../parse-timeline';
import { accountSummaries } from './summary';
import { readAccountTimeline } from './timeline';

type AccountContext = Context & { params: { documentId: string } };

const summaryQuery = yup.object({ subsidiaries: yup.boolean().default(false) });
const timelineQuery = summaryQuery.shape({ former: yup.boolean().default(false) });

const accountIdOf = async (strapi: Core.Strapi, ctx: AccountContext): Promise<number> => {
  const found = await accounts(strapi).findByDocumentId(ctx.params.documentId);
  if (!found) throw new errors.NotFoundError('There is no such account');
  return found.id;
};

export const createAccountActivityController = ({ strapi }: { strapi: Core.Strapi }) => ({
  async timeline(ctx: AccountContext): Promise<AccountActivityPage> {
    const whose = await validateYupSchema(timelineQuery, { strict: false })(ctx.query);
    const filter = await parseTimelineFilter(ctx.query);
    const accountId = await accountIdOf(strapi, ctx);
    return readAccountTimeline(strapi, { accountId, ...whose, ...filter });
  },

  async summary(ctx: AccountContext): Promise<{ data: AccountSummary }> {
    const { subsidiaries } = await validateYupSchema(summaryQuery, { strict: false })(ctx.query);
    const accountId = await accountIdOf(strapi, ctx);
    return { data: await accountSummaries(strapi).read({ accountId, subsidiaries }) };
  },
});
