/** The tracking screens' own routes. */
import type { Core } from '@strapi/strapi';
import { validateYupSchema, yup } from '@strapi/utils';
import type { Context } from 'koa';
import { config, type Edition } from '../../../config';
import { now } from '../../../platform/clock';
import type { LiveView, Settings, Setup, SiteUserContact, Stats } from '../contract';
import { contactOfUser } from '../site-user-contact';
import { readLive } from './live';
import { readSettings, writeSettings } from './settings';
import { readSetup } from './setup';
import { readStats } from './stats';

const statsQuery = yup.object({
  days: yup.number().integer().min(1).max(365).default(30),
});

export const createScreensController = ({ strapi }: { strapi: Core.Strapi }) => ({
  edition: (): { data: { edition: Edition } } => ({ data: { edition: config(strapi).edition } }),

  live: async (): Promise<{ data: LiveView }> => ({ data: await readLive(strapi, now()) }),

  async stats(ctx: Context): Promise<{ data: Stats }> {
    const { days } = await validateYupSchema(statsQuery, { strict: false })(ctx.query);
    return { data: await readStats(strapi, { days, now: now() }) };
  },

  /** Null when the user of the site belongs to none. */
  siteUserContact: async (
    ctx: Context & { params: { documentId: string } }
  ): Promise<{ data: SiteUserContact | null }> => ({
    data: await contactOfUser(strapi, ctx.params.documentId),
  }),

  setup: async (): Promise<{ data: Setup }> => ({ data: await readSetup(strapi) }),

  settings: async (): Promise<{ data: Settings }> => ({ data: await readSettings(strapi) }),

  saveSettings: async (ctx: Context): Promise<{ data: Settings }> => ({
    data: await writeSettings(strapi, ctx.request.body),
  }),
});
