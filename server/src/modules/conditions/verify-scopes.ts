/** The same for the content API: what a token or a role must be allowed besides asking itself. */
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import type { AskedPermission } from './leaf';
import { permissionsOf } from './permissions';

/** The action that tells one of whom an admin's permission lets see all. */
const SCOPES: Record<AskedPermission, string> = {
  'accounts.read': 'account.find',
  'activities.read': 'activities.timeline',
  'groups.read': 'contact-group.members',
  'scores.read': 'score.ofContact',
};

export const scopesOf = (strapi: Core.Strapi, condition: unknown): string[] =>
  permissionsOf(strapi, condition).map(
    (permission) => `plugin::contact-management.${SCOPES[permission]}`
  );

/** Throws ForbiddenError for a condition that asks about what the caller may not read. */
export const verifyScopes = async (
  strapi: Core.Strapi,
  ctx: Context,
  condition: unknown
): Promise<void> => {
  const scope = scopesOf(strapi, condition);
  if (scope.length === 0) return;
  const { auth } = ctx.state as { auth: Parameters<typeof strapi.auth.verify>[0] };
  await strapi.auth.verify(auth, { scope });
};
