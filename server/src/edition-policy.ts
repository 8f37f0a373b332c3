/** Routes of the EMS edition do not exist in the CMS edition: they answer 404, whoever asks. */
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { isEms } from './config';

export const edition = (
  _ctx: unknown,
  _options: unknown,
  { strapi }: { strapi: Core.Strapi }
): boolean => {
  if (!isEms(strapi)) throw new errors.NotFoundError();
  return true;
};
