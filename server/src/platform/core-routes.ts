/** Strapi's own five REST routes of a content type of ours, under `/api/contact-management`. */
import { describeCore, type CoreAction } from './content-api-router';
import type { DescribeRoute, Route } from './module';
import { pluginUid } from './plugin';

interface Options {
  config?: Route['config'];
  /** For actions that take or answer something else than Strapi's. */
  describe?: Partial<Record<CoreAction, DescribeRoute>>;
}

export const coreRoutes = (
  type: string,
  path: `/${string}`,
  { config, describe = {} }: Options = {}
): Route[] => {
  const route = (method: Route['method'], at: string, action: CoreAction): Route => ({
    method,
    path: at,
    handler: `${type}.${action}`,
    describe: describe[action] ?? describeCore(pluginUid(type), action),
    ...(config ? { config } : {}),
  });
  return [
    route('GET', path, 'find'),
    route('GET', `${path}/:id`, 'findOne'),
    route('POST', path, 'create'),
    route('PUT', `${path}/:id`, 'update'),
    route('DELETE', `${path}/:id`, 'delete'),
  ];
};
