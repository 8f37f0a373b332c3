/**
 * Strapi's own controllers and services of a content type of ours: they validate and sanitise what is
 * asked and what is answered. Where something hangs on a document, deleting it says what becomes of it.
 */
import { factories, type Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { parseRemoval, type Removal } from './removal';

export type Actions = Record<string, (ctx: Context) => unknown>;
export type ControllerFactory = (context: { strapi: Core.Strapi }) => Actions;
export type ServiceFactory = (context: { strapi: Core.Strapi }) => object;

export const coreController = (
  uid: string,
  actions: (context: { strapi: Core.Strapi }) => Actions = () => ({})
): ControllerFactory => factories.createCoreController(uid as never, actions);

/** What Strapi's controllers call, under the name of the type. */
export const coreService = (uid: string): ServiceFactory =>
  factories.createCoreService(uid as never);

type Remove = (strapi: Core.Strapi, removal: Removal) => Promise<void>;

/** With `?replaceWith=` and `?force=true`. */
export const removingController = (uid: string, remove: Remove): ControllerFactory =>
  coreController(uid, ({ strapi }) => ({
    async delete(ctx) {
      const { id } = ctx.params as { id: string };
      await remove(strapi, parseRemoval(id, ctx.query));
      ctx.status = 204;
    },
  }));
