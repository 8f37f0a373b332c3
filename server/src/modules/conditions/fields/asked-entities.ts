/** What conditions ask of contacts, and of the accounts that they are in. */
import type { Core } from '@strapi/strapi';
import { CUSTOM_VALUES } from '../../../platform/fields/contract';
import { fieldEntity } from '../../../platform/fields/entity';
import { ACCOUNT_STATUSES_TABLE } from '../../accounts';
import { CONTACT_STATUSES_TABLE } from '../../contacts';
import type { AskedEntity } from './entity-field';

/** Strapi's own, what holds others' values, and what the plugin makes for itself. */
const HIDDEN = new Set([
  ...['id', 'documentId', 'publishedAt', 'createdBy', 'updatedBy', 'locale', 'localizations'],
  ...[CUSTOM_VALUES, 'nameKey', 'searchKey'],
]);

/** Normalised on every write (normalize-contact.ts, normalize-account.ts). */
const SPELLINGS = { country: 'upper', email: 'lower' } as const;

export const contactFieldsAsked = (strapi: Core.Strapi): AskedEntity => ({
  entity: fieldEntity(strapi, 'contact'),
  labels: { status: { table: CONTACT_STATUSES_TABLE, column: 'status_id' } },
  spellings: SPELLINGS,
  hidden: HIDDEN,
});

/** Accounts as `ac`. */
export const accountFieldsAsked = (strapi: Core.Strapi): AskedEntity => ({
  entity: { ...fieldEntity(strapi, 'account'), alias: 'ac' },
  labels: { status: { table: ACCOUNT_STATUSES_TABLE, column: 'status_id' } },
  spellings: SPELLINGS,
  hidden: HIDDEN,
});
