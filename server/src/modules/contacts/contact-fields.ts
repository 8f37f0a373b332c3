/** The catalogue of a contact's fields: forms, columns and imports are built from it. */
import type { Core } from '@strapi/strapi';
import { isEms } from '../../config';
import { CUSTOM_VALUES, type FieldDescription } from '../../platform/fields/contract';
import {
  BOOKKEEPING,
  describeType,
  plainNames,
  type Catalogue,
} from '../../platform/fields/field-catalogue';
import { contact } from './content-types/contact';
import { CONTACT_UID } from './contract';

/** In the order of forms; without a status in the CMS edition, which has none. */
export const describeFields = (strapi: Core.Strapi): FieldDescription[] =>
  describeType(strapi, catalogue).filter(({ name }) => name !== 'status' || isEms(strapi));

/** Fields whose values are in the contact's own row and can be shown: all of them, or a cell's. */
export const plainFields = (strapi: Core.Strapi, shown: 'everywhere' | 'in-lists'): string[] =>
  plainNames(describeFields(strapi), shown);

/** Written by the plugin. */
const READ_ONLY = new Set([
  ...['kind', 'score', 'createdAt', 'firstSeenAt', 'lastActivityAt', 'identifiedAt', 'source'],
]);

const catalogue: Catalogue = {
  uid: CONTACT_UID,
  own: contact.attributes,
  hidden: new Set([...BOOKKEEPING, ...['phoneUnreadable', 'mobilePhoneUnreadable', CUSTOM_VALUES]]),
  isReadOnly: (name) => READ_ONLY.has(name) || /^(first|last)Utm/.test(name),
  controls: new Set(['status', 'owner', 'tags']),
  sortable: new Set(['lastActivityAt', 'createdAt', 'email', 'state', 'companyName', 'score']),
  filterable: new Set([
    ...['state', 'kind', 'status', 'owner', 'country', 'subscription', 'createdAt'],
    'lastActivityAt',
  ]),
  groups: {
    person: [
      ...['salutation', 'firstName', 'middleName', 'lastName', 'suffix', 'jobTitle'],
      ...['companyName', 'birthday', 'gender', 'language'],
    ],
    contact: [
      ...['email', 'phone', 'mobilePhone', 'website', 'timezone', 'state', 'status', 'owner'],
      ...['kind', 'subscription', 'monitored', 'externalId', 'tags', 'notes'],
    ],
    address: ['addressLine1', 'addressLine2', 'city', 'postalCode', 'region', 'country'],
  },
  otherwise: 'tracking',
};
