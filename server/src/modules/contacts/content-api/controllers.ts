/**
 * Strapi's own controllers, which validate and sanitise what is asked and what is answered, plus
 * upsert and the rule that a status in use is not deleted unasked.
 */
import { factories, type Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import { CONTACT_STATUS_UID, CONTACT_UID } from '../contract';
import { contacts } from '../service';
import { parseUpserts } from './parse-upserts';
import { upsertContacts, type UpsertResult } from './upsert-contacts';

type Actions = Record<string, (ctx: Context) => unknown>;
type Factory = (context: { strapi: Core.Strapi }) => Actions;

export const createContactController: Factory = factories.createCoreController(
  CONTACT_UID as never,
  ({ strapi }) => ({
    async upsert(ctx: Context): Promise<{ results: UpsertResult[] }> {
      return { results: await upsertContacts(strapi, parseUpserts(ctx.request.body)) };
    },
  })
) as never;

export const createContactStatusController: Factory = factories.createCoreController(
  CONTACT_STATUS_UID as never,
  ({ strapi }) => ({
    /** `?replaceWith=<document id>` or `?force=true`; otherwise 409 with the number in use. */
    async delete(ctx: Context): Promise<void> {
      const { replaceWith, force } = ctx.query;
      const { id: documentId } = ctx.params as { id: string };
      const found = await strapi.documents(CONTACT_STATUS_UID).findOne({ documentId });
      if (!found) throw new errors.NotFoundError('There is no such status');
      await contacts(strapi).removeStatus({
        documentId,
        replaceWith: typeof replaceWith === 'string' ? replaceWith : undefined,
        force: force === 'true',
      });
      ctx.status = 204;
    },
  })
) as never;

type ServiceFactory = (context: { strapi: Core.Strapi }) => object;

/** What Strapi's controllers call, under the name of the type. */
export const coreServices: Record<string, ServiceFactory> = {
  contact: factories.createCoreService(CONTACT_UID as never),
  'contact-status': factories.createCoreService(CONTACT_STATUS_UID as never),
};
