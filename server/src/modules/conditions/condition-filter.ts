/** The list of contacts narrowed by a condition: a JSON text in its address. Saved views keep it too. */
import type { Core } from '@strapi/strapi';
import { errors, yup } from '@strapi/utils';
import { isEms } from '../../config';
import type { ListFilter } from '../../platform/list-filters';
import { CONTACT_UID } from '../contacts';
import { permissionsOf } from './permissions';
import { conditions } from './service';
import { scopesOf } from './verify-scopes';
import type { Query } from './leaf';

const MAX_LENGTH = 4_000;

const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw new errors.ValidationError('condition must be JSON');
  }
};

export const conditionFilter: ListFilter = {
  of: CONTACT_UID,
  parameter: 'condition',
  permission: (strapi, text) => permissionsOf(strapi, readJson(text)),
  scope: (strapi, texts) => [
    'plugin::contact-management.contact-group.preview',
    ...scopesOf(strapi, readJson(onlyOne(texts))),
  ],
  shape: yup.string().max(MAX_LENGTH),
  rows: (strapi, texts) => matching(strapi, onlyOne(texts)),
};

const onlyOne = ([text = '', ...others]: string[]): string => {
  if (others.length > 0) throw new errors.ValidationError('condition takes one condition');
  return text;
};

const matching = (strapi: Core.Strapi, text: string): Query => {
  if (!isEms(strapi)) {
    throw new errors.ValidationError('Conditions are part of the EMS edition: this one has none');
  }
  const service = conditions(strapi);
  return service.matching(service.parse(readJson(text)));
};
