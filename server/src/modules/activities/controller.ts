/** Timeline, summary and activity types over HTTP, for the admin and for a site's back end alike. */
import type { Core } from '@strapi/strapi';
import { errors, yup, validateYupSchema } from '@strapi/utils';
import type { Context } from 'koa';
import { now } from '../../platform/clock';
import { contacts } from '../contacts';
import type { ActivityPage, ActivityType, ContactSummary } from './contract';
import { parseTimelineFilter } from './parse-timeline';
import { activityStore, activityTypes } from './service';

const activityType = yup
  .object({
    name: yup.string().required(),
    displayName: yup.string().trim().min(1).max(100).required(),
    color: yup.string().max(20).default('secondary'),
    manualCreation: yup.boolean().default(false),
  })
  .noUnknown();

type ContactContext = Context & { params: { documentId: string } };

const contactIdOf = async (strapi: Core.Strapi, documentId: string): Promise<number> => {
  const found = await contacts(strapi).findByDocumentId(documentId);
  if (!found) throw new errors.NotFoundError('There is no such contact');
  return found.id;
};

export const createActivityController = ({ strapi }: { strapi: Core.Strapi }) => ({
  async timeline(ctx: ContactContext): Promise<ActivityPage> {
    const filter = await parseTimelineFilter(ctx.query);
    const contactId = await contactIdOf(strapi, ctx.params.documentId);
    return activityStore(strapi).timeline({ contactId, ...filter });
  },

  async summary(ctx: ContactContext): Promise<{ data: ContactSummary }> {
    const contactId = await contactIdOf(strapi, ctx.params.documentId);
    return { data: await activityStore(strapi).summary(contactId, now()) };
  },

  async types(): Promise<{ data: ActivityType[] }> {
    return { data: await activityTypes(strapi).list() };
  },

  async saveType(ctx: Context & { params: { name?: string } }): Promise<{ data: ActivityType }> {
    const body = { ...(ctx.request.body as object), ...ctx.params };
    const type = await validateYupSchema(activityType)(body);
    return { data: await activityTypes(strapi).save(type) };
  },

  async removeType(ctx: Context & { params: { name: string } }): Promise<{ data: null }> {
    await activityTypes(strapi).remove(ctx.params.name);
    return { data: null };
  },
});
