/**
 * The content-API routes with what they take and answer, from which Strapi makes its OpenAPI document.
 * A function, which Strapi calls when it mounts the routes; `routes` is there before that, for a site's
 * extension that adds to them.
 */
import { factories, type Core, type UID } from '@strapi/strapi';
import type { DescribeRoute, Route } from './module';

export interface Router {
  type: 'content-api';
  routes: Omit<Route, 'describe'>[];
}

type RouterFactory = ((context: { strapi: Core.Strapi }) => Router) & { routes: Route[] };

export const contentApiRouter = (routes: Route[]): RouterFactory => {
  const mounted = ({ strapi }: { strapi: Core.Strapi }): Router => ({
    type: 'content-api',
    routes: routes.map(({ describe, ...route }) => ({ ...route, ...describe?.(strapi) })),
  });
  return Object.assign(mounted, { routes });
};

export type CoreAction = 'find' | 'findOne' | 'create' | 'update' | 'delete';

/** As Strapi describes its own routes of a content type. */
export const describeCore =
  (uid: string, action: CoreAction): DescribeRoute =>
  (strapi) => {
    const { routes } = coreRouter(strapi, uid);
    const all = typeof routes === 'function' ? routes() : routes;
    const described = (all as Core.Route[]).find(({ handler }) => handler === `${uid}.${action}`);
    if (!described) throw new Error(`contact-management: Strapi has no route ${uid}.${action}`);
    const { request, response } = described;
    return { request, response };
  };

type CoreRouter = ReturnType<typeof factories.createCoreRouter>;

/** A router describes all five routes at once, slowly, and remembers them. */
const coreRouters = new WeakMap<Core.Strapi, Map<string, CoreRouter>>();

const coreRouter = (strapi: Core.Strapi, uid: string): CoreRouter => {
  const known = coreRouters.get(strapi) ?? new Map<string, CoreRouter>();
  const router = known.get(uid) ?? factories.createCoreRouter(uid as UID.ContentType);
  coreRouters.set(strapi, known.set(uid, router));
  return router;
};
