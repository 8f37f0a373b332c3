import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import type { EventsAnswer } from '../contract';
import { takeEvents } from './take-events';

export const createEventsController = ({ strapi }: { strapi: Core.Strapi }) => ({
  create: (ctx: Context): Promise<EventsAnswer> => takeEvents(strapi, ctx.request.body),
});
