/** Lets in whoever has one of the permissions; Strapi's own policy asks for all of them. */
import type { Context } from 'koa';
import { isAllowed } from './platform/admin-user';

export const anyPermission = (ctx: Context, { permissions }: { permissions: string[] }): boolean =>
  permissions.some((uid) => isAllowed(ctx, uid));
