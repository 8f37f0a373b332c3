/** Who calls an admin route, and what they may do beyond what the route itself asks for. */
import type { Context } from 'koa';
import { PLUGIN_ID } from './plugin';

/** Admin routes let nobody in without a user. */
export const adminIdOf = (ctx: Context): number => (ctx.state.user as { id: number }).id;

/** `contacts.delete`; of several, all are needed. */
export const isAllowed = (ctx: Context, permissions: string | readonly string[]): boolean => {
  const { userAbility } = ctx.state as { userAbility: { can(action: string): boolean } };
  return [permissions].flat().every((uid) => userAbility.can(`plugin::${PLUGIN_ID}.${uid}`));
};
