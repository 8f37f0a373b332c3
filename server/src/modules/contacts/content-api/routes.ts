/** REST under `/api/contact-management`, with Strapi's conventions; scopes come from the handlers. */
import { EDITION_POLICY } from '../../../platform/admin-route';
import { describeCore, type CoreAction } from '../../../platform/content-api-router';
import type { Route } from '../../../platform/module';
import { pluginUid } from '../../../platform/plugin';
import { describeStatusRemoval, describeUpsert } from './descriptions';

/** Strapi's own five, of a content type of ours. */
const coreRoutes = (
  type: 'contact' | 'contact-status',
  path: string,
  config: Pick<Route, 'config'> = {}
): Route[] => {
  const route = (method: Route['method'], at: string, action: CoreAction): Route => ({
    method,
    path: at,
    handler: `${type}.${action}`,
    describe: describeCore(pluginUid(type), action),
    ...config,
  });
  return [
    route('GET', path, 'find'),
    route('GET', `${path}/:id`, 'findOne'),
    route('POST', path, 'create'),
    route('PUT', `${path}/:id`, 'update'),
    route('DELETE', `${path}/:id`, 'delete'),
  ];
};

const upsert: Route = {
  method: 'POST',
  path: '/contacts/upsert',
  handler: 'contact.upsert',
  describe: describeUpsert,
};

/** Statuses belong to the EMS edition. */
const statuses = coreRoutes('contact-status', '/contact-statuses', {
  config: { policies: [EDITION_POLICY] },
});

export const contentApiRoutes: Route[] = [
  upsert,
  ...coreRoutes('contact', '/contacts'),
  ...statuses.map((route) =>
    route.method === 'DELETE' ? { ...route, describe: describeStatusRemoval } : route
  ),
];
