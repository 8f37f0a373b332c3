/**
 * Strapi's home page lists the entries that were edited last, whoever edited them, and calls each by
 * its first text. What is there to see of a type of ours is narrowed here.
 */
import type { Core } from '@strapi/strapi';

const HOME_PAGE = '/content-manager/homepage/';

/** For a type whose entries have no business there. */
export const NONE = { id: { $in: [] } };

/** Strapi types this once per action and content type; no more than this is looked at. */
interface Context {
  uid: string;
  action: string;
  params: { filters?: object };
}

/** `shown` are filters of the type. */
export const narrowHomePage = (strapi: Core.Strapi, uid: string, shown: object): void => {
  const middleware = (context: Context, next: () => Promise<unknown>) => {
    if (context.uid === uid && context.action === 'findMany' && isHomePage(strapi)) {
      const { filters = {} } = context.params;
      context.params = { ...context.params, filters: { $and: [filters, shown] } };
    }
    return next();
  };
  strapi.documents.use(middleware as unknown as Parameters<typeof strapi.documents.use>[0]);
};

const isHomePage = (strapi: Core.Strapi): boolean =>
  strapi.requestContext.get()?.path.startsWith(HOME_PAGE) ?? false;
