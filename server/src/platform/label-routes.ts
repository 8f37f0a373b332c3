/** The routes of a set of labels: changed in the settings, listed wherever their holders are. */
import { adminRoute } from './admin-route';
import type { Route } from './module';

/** `controller` is one of `createLabelAdmin`. */
export const labelChangeRoutes = (path: string, controller: string): Route[] => {
  const route = (method: Route['method'], below: string, action: string): Route =>
    adminRoute(method, `${path}${below}`, `${controller}.${action}`, 'settings.update', {
      editions: ['ems'],
    });
  return [
    route('POST', '', 'create'),
    route('PUT', '/order', 'reorder'),
    route('PUT', '/:documentId', 'update'),
    route('DELETE', '/:documentId', 'delete'),
  ];
};
