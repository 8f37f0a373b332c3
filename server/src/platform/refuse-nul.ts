/** PostgreSQL has no NUL in text, so an address with one would be an error of the server there. */
import { errors } from '@strapi/utils';
import type { Context, Next } from 'koa';

export const refuseNul = async (ctx: Context, next: Next): Promise<unknown> => {
  if (ctx.url.includes('%00')) {
    throw new errors.ValidationError('The address may not hold a NUL character (%00)');
  }
  // Strapi takes what a handler returns for the body.
  return (await next()) as unknown;
};
