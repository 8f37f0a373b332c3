/** Admin routes always name a permission: without a policy every logged-in admin would pass. */
import type { Route } from './module';
import { PLUGIN_ID } from './plugin';

/** Answers 404 in the CMS edition. */
export const EDITION_POLICY = `plugin::${PLUGIN_ID}.edition`;

const ANY_POLICY = `plugin::${PLUGIN_ID}.any-permission`;

/** What lists of contacts and of accounts have in common; what is about one of them asks for its own. */
export const LIST_READERS = { anyOf: ['contacts.read', 'accounts.read'] } as const;

/** For what shows who somebody is as well as what that person did. */
export const NAMED_ACTIVITY = ['contacts.read', 'activities.read'] as const;

export const adminRoute = (
  method: Route['method'],
  path: string,
  handler: string,
  /** Several are all needed, unless it says any of them. */
  permissions: string | readonly string[] | { anyOf: readonly string[] },
  { editions }: { editions?: readonly ['ems'] } = {}
): Route => ({
  method,
  path,
  handler,
  config: {
    policies: [...(editions ? [EDITION_POLICY] : []), permissionPolicy(permissions)],
  },
});

const permissionPolicy = (
  permissions: string | readonly string[] | { anyOf: readonly string[] }
) =>
  typeof permissions === 'object' && 'anyOf' in permissions
    ? { name: ANY_POLICY, config: { permissions: permissions.anyOf } }
    : {
        name: 'admin::hasPermissions',
        config: { actions: [permissions].flat().map((uid) => `plugin::${PLUGIN_ID}.${uid}`) },
      };
