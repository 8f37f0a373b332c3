/** REST under `/api/contact-management`, with Strapi's conventions. All of it belongs to the EMS edition. */
import { EDITION_POLICY } from '../../../platform/admin-route';
import { coreRoutes } from '../../../platform/core-routes';
import type { Route } from '../../../platform/module';
import { describeRemoval } from '../../../platform/removal';

const config = { policies: [EDITION_POLICY] };

export const contentApiRoutes: Route[] = [
  ...coreRoutes('account', '/accounts', {
    config,
    describe: {
      delete: describeRemoval({
        id: 'The document id of the account',
        replaceWith: 'The document id of the account that takes its memberships and subsidiaries',
        force: 'Ends its memberships, and leaves its subsidiaries without a parent',
      }),
    },
  }),
  ...coreRoutes('account-status', '/account-statuses', {
    config,
    describe: {
      delete: describeRemoval({
        id: 'The document id of the status',
        replaceWith: 'The document id of the status that its accounts get',
        force: 'Takes the status away from its accounts',
      }),
    },
  }),
  ...coreRoutes('contact-role', '/contact-roles', {
    config,
    describe: {
      delete: describeRemoval({
        id: 'The document id of the role',
        replaceWith: 'The document id of the role that its memberships get',
        force: 'Takes the role away from its memberships',
      }),
    },
  }),
  ...coreRoutes('account-membership', '/account-memberships', { config }),
];
