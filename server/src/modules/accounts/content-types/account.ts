/** A company or other body that contacts belong to. Field by field in docs/reference/data-model.md. */
import { MAX_EMAIL_LENGTH } from '../../../platform/normalize-email';
import { INTEGER_RANGE } from '../../../platform/sql/integer-range';

const text = (maxLength = 255) => ({ type: 'string', maxLength }) as const;

/** Written by the plugin (normalize-account.ts); what the list is sorted by and searched in. */
const derived = <Type extends string>(type: Type) =>
  ({ type, private: true, visible: false, configurable: false }) as const;

export const account = {
  kind: 'collectionType',
  collectionName: 'cm_accounts',
  info: { singularName: 'account', pluralName: 'accounts', displayName: 'Account' },
  options: { draftAndPublish: false },
  pluginOptions: {},
  attributes: {
    name: { ...text(), required: true },
    accountType: text(),
    industry: text(),
    /** Not `string`: its column holds 255 characters. */
    website: { type: 'text', maxLength: 2_048 },
    email: text(MAX_EMAIL_LENGTH),
    phone: text(64),
    /** The number could not be read as E.164 and stands as it was typed. */
    phoneUnreadable: { type: 'boolean', default: false },
    fax: text(64),
    faxUnreadable: { type: 'boolean', default: false },
    addressLine1: text(),
    addressLine2: text(),
    city: text(),
    postalCode: text(32),
    region: text(),
    /** ISO 3166-1 alpha-2. */
    country: text(2),
    employees: { type: 'integer', ...INTEGER_RANGE, min: 0 },
    /** Not `decimal`, which Strapi caps below 100 million. */
    annualRevenue: { type: 'float' },
    /** Out of the Content Manager's form, as a contact's is: docs/decisions/0008. */
    status: {
      visible: false,
      type: 'relation',
      relation: 'manyToOne',
      target: 'plugin::contact-management.account-status',
      useJoinTable: false,
    },
    /** One-to-one only because the Content-Type Builder refuses other relations to admin users. */
    owner: {
      type: 'relation',
      relation: 'oneToOne',
      target: 'admin::user',
      useJoinTable: false,
      configurable: false,
    },
    /** Subsidiary of. No relation leads back: through it a cycle could be written unseen. */
    parent: {
      type: 'relation',
      relation: 'manyToOne',
      target: 'plugin::contact-management.account',
      useJoinTable: false,
    },
    primaryContact: {
      type: 'relation',
      relation: 'manyToOne',
      target: 'plugin::contact-management.contact',
      useJoinTable: false,
    },
    secondaryContact: {
      type: 'relation',
      relation: 'manyToOne',
      target: 'plugin::contact-management.contact',
      useJoinTable: false,
    },
    externalId: text(),
    notes: { type: 'text' },
    /** Values of the fields that editors added in the settings, by code. */
    customFields: { type: 'json' },
    nameKey: derived('string'),
    searchKey: derived('text'),
  },
  indexes: [
    { name: 'cm_accounts_external_id_unique', columns: ['external_id'], type: 'unique' },
    { name: 'cm_accounts_parent', columns: ['parent_id'] },
    /** The orders of the list. */
    { name: 'cm_accounts_name_key', columns: ['name_key', 'id'] },
    { name: 'cm_accounts_created', columns: ['created_at', 'id'] },
    { name: 'cm_accounts_employees', columns: ['employees', 'id'] },
    { name: 'cm_accounts_annual_revenue', columns: ['annual_revenue', 'id'] },
  ],
} as const;
