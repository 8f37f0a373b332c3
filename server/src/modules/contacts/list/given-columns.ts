/** The columns of other modules that somebody asks for by name, as far as they may see them. */
import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { isEms } from '../../../config';
import { isAllowed } from '../../../platform/admin-user';
import { listColumnsOf, type ListColumn } from '../../../platform/list-columns';
import { CONTACT_UID } from '../contract';

/** In the CMS edition contacts have only what is their own. */
export const offeredColumns = (strapi: Core.Strapi): ListColumn[] =>
  isEms(strapi) ? listColumnsOf(CONTACT_UID) : [];

/** `asked`: names with commas between. Throws ValidationError, and ForbiddenError without the permission. */
export const givenColumns = (strapi: Core.Strapi, ctx: Context, asked: unknown): ListColumn[] => {
  const names = typeof asked === 'string' ? asked.split(',').filter(Boolean) : [];
  const offered = offeredColumns(strapi);
  return [...new Set(names)].map((name) => {
    const column = offered.find((one) => one.name === name);
    if (!column)
      throw new errors.ValidationError(`Contacts have no column "${name}" to bring along`);
    if (!isAllowed(ctx, column.permission)) throw new errors.ForbiddenError();
    return column;
  });
};
