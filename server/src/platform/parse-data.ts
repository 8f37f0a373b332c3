/** What an admin screen sends to be saved. */
import { errors, validateYupSchemaSync, yup } from '@strapi/utils';
import type { Context } from 'koa';
import { isRecord } from './records';

/**
 * Takes `{ data }`, of which every field is one of `shape`; `what` is the word for it in messages. Throws
 * a ValidationError that names what is wrong.
 */
export const parseData = (
  ctx: Context,
  what: string,
  shape: Record<string, yup.AnySchema>
): Record<string, unknown> => {
  const body: unknown = ctx.request.body;
  const data = isRecord(body) ? body.data : undefined;
  if (!isRecord(data)) {
    throw new errors.ValidationError(`The body must hold the ${what} under "data"`);
  }
  const unknown = Object.keys(data).find((name) => !Object.hasOwn(shape, name));
  if (unknown !== undefined) {
    throw new errors.ValidationError(`A ${what} has no field "${unknown}" that can be set here`);
  }
  return validateYupSchemaSync(yup.object(shape))(data) as Record<string, unknown>;
};
