/** REST under `/api/contact-management`, with Strapi's conventions; scopes come from the handlers. */
import { EDITION_POLICY } from '../../../platform/admin-route';
import { coreRoutes } from '../../../platform/core-routes';
import type { Route } from '../../../platform/module';
import { describeStatusRemoval, describeUpsert } from './descriptions';

const upsert: Route = {
  method: 'POST',
  path: '/contacts/upsert',
  handler: 'contact.upsert',
  describe: describeUpsert,
};

/** Statuses belong to the EMS edition. */
const statuses = coreRoutes('contact-status', '/contact-statuses', {
  config: { policies: [EDITION_POLICY] },
  describe: { delete: describeStatusRemoval },
});

export const contentApiRoutes: Route[] = [
  upsert,
  ...coreRoutes('contact', '/contacts'),
  ...statuses,
];
