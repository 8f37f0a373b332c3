/**
 * Strapi's home page lists the entries that were edited last. An anonymous contact is made and changed
 * by visits alone: on a busy site nobody would find their own work there any more.
 */
import type { Core } from '@strapi/strapi';
import { CONTACT_UID } from './contract';

const HOME_PAGE = '/content-manager/homepage/';

/** Strapi types this once per action and content type; no more than this is looked at. */
interface Context {
  uid: string;
  action: string;
  params: { filters?: object };
}

export const keepVisitsOffHomePage = (strapi: Core.Strapi): void => {
  const middleware = (context: Context, next: () => Promise<unknown>) => {
    if (context.uid === CONTACT_UID && context.action === 'findMany' && isHomePage(strapi)) {
      const { filters = {} } = context.params;
      context.params = { ...context.params, filters: { $and: [filters, { kind: 'known' }] } };
    }
    return next();
  };
  strapi.documents.use(middleware as unknown as Parameters<typeof strapi.documents.use>[0]);
};

const isHomePage = (strapi: Core.Strapi): boolean =>
  strapi.requestContext.get()?.path.startsWith(HOME_PAGE) ?? false;
