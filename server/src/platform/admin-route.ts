/** Admin routes always name a permission: without a policy every logged-in admin would pass. */
import type { Route } from './module';
import { PLUGIN_ID } from './plugin';

/** Answers 404 in the CMS edition. */
export const EDITION_POLICY = `plugin::${PLUGIN_ID}.edition`;

/** For what shows who somebody is as well as what that person did. */
export const NAMED_ACTIVITY = ['contacts.read', 'activities.read'] as const;

export const adminRoute = (
  method: Route['method'],
  path: string,
  handler: string,
  /** Several are all needed. */
  permissions: string | readonly string[],
  { editions }: { editions?: readonly ['ems'] } = {}
): Route => ({
  method,
  path,
  handler,
  config: {
    policies: [
      ...(editions ? [EDITION_POLICY] : []),
      {
        name: 'admin::hasPermissions',
        config: {
          actions: [permissions].flat().map((uid) => `plugin::${PLUGIN_ID}.${uid}`),
        },
      },
    ],
  },
});
