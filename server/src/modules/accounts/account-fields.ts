/** The catalogue of an account's fields: forms, columns and imports are built from it. */
import type { Core } from '@strapi/strapi';
import { CUSTOM_VALUES, type FieldDescription } from '../../platform/fields/contract';
import {
  BOOKKEEPING,
  describeType,
  plainNames,
  type Catalogue,
} from '../../platform/fields/field-catalogue';
import { account } from './content-types/account';
import { ACCOUNT_UID } from './contract';

/** In the order of forms. */
export const describeFields = (strapi: Core.Strapi): FieldDescription[] =>
  describeType(strapi, catalogue);

/** Fields whose values are in the account's own row and can be shown: all of them, or a cell's. */
export const plainFields = (strapi: Core.Strapi, shown: 'everywhere' | 'in-lists'): string[] =>
  plainNames(describeFields(strapi), shown);

const catalogue: Catalogue = {
  uid: ACCOUNT_UID,
  own: account.attributes,
  hidden: new Set([
    ...BOOKKEEPING,
    'phoneUnreadable',
    'faxUnreadable',
    'nameKey',
    'searchKey',
    CUSTOM_VALUES,
  ]),
  isReadOnly: (name) => name === 'createdAt',
  controls: new Set(['status', 'owner', 'parent', 'primaryContact', 'secondaryContact']),
  sortable: new Set(['name', 'createdAt', 'employees', 'annualRevenue']),
  filterable: new Set(['status', 'accountType', 'industry', 'owner', 'country', 'parent']),
  groups: {
    contact: ['website', 'email', 'phone', 'fax', 'primaryContact', 'secondaryContact'],
    address: ['addressLine1', 'addressLine2', 'city', 'postalCode', 'region', 'country'],
  },
  otherwise: 'account',
};
