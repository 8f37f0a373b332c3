/** Admin routes always name a permission: without a policy every logged-in admin would pass. */
import type { Route } from './module';
import { PLUGIN_ID } from './plugin';

/** Answers 404 in the CMS edition. */
export const EDITION_POLICY = `plugin::${PLUGIN_ID}.edition`;

export const adminRoute = (
  method: Route['method'],
  path: string,
  handler: string,
  permission: string,
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
        config: { actions: [`plugin::${PLUGIN_ID}.${permission}`] },
      },
    ],
  },
});
