/** A subscribed or anonymous person. Field by field in docs/reference/data-model.md. */
import type { ExtraIndex } from '../../../platform/sql/extra-index';
import { INTEGER_RANGE } from '../../../platform/sql/integer-range';
import { CONTACT_KINDS, CONTACT_STATES, CONTACTS_TABLE, GENDERS, SUBSCRIPTIONS } from '../contract';
import { MAX_EMAIL_LENGTH } from '../../../platform/normalize-email';

const text = (maxLength = 255) => ({ type: 'string', maxLength }) as const;
const utm = (touch: 'first' | 'last') =>
  Object.fromEntries(
    ['Source', 'Medium', 'Campaign', 'Term', 'Content'].map((part) => [
      `${touch}Utm${part}`,
      text(),
    ])
  );

export const contact = {
  kind: 'collectionType',
  collectionName: 'cm_contacts',
  info: { singularName: 'contact', pluralName: 'contacts', displayName: 'Contact' },
  options: { draftAndPublish: false },
  pluginOptions: {},
  attributes: {
    email: text(MAX_EMAIL_LENGTH),
    salutation: text(),
    firstName: text(),
    middleName: text(),
    lastName: text(),
    suffix: text(),
    jobTitle: text(),
    companyName: text(),
    phone: text(64),
    /** The number could not be read as E.164 and stands as it was typed. */
    phoneUnreadable: { type: 'boolean', default: false },
    mobilePhone: text(64),
    mobilePhoneUnreadable: { type: 'boolean', default: false },
    addressLine1: text(),
    addressLine2: text(),
    city: text(),
    postalCode: text(32),
    region: text(),
    /** ISO 3166-1 alpha-2. */
    country: text(2),
    birthday: { type: 'date' },
    gender: { type: 'enumeration', enum: [...GENDERS] },
    /** The language the person reads, BCP 47. Strapi keeps `locale` for its own column. */
    language: text(35),
    timezone: text(64),
    /** Not `string`: its column holds 255 characters. */
    website: { type: 'text', maxLength: 2_048 },
    state: { type: 'enumeration', enum: [...CONTACT_STATES], default: 'prospect', required: true },
    /**
     * Not in the Content Manager's form: that takes `status` in a body for draft or published, and so
     * could never save a contact (seen in 5.54). The plugin's own screens change it.
     */
    status: {
      visible: false,
      type: 'relation',
      relation: 'manyToOne',
      target: 'plugin::contact-management.contact-status',
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
    kind: { type: 'enumeration', enum: [...CONTACT_KINDS], default: 'known', required: true },
    subscription: {
      type: 'enumeration',
      enum: [...SUBSCRIPTIONS],
      default: 'none',
      required: true,
    },
    monitored: { type: 'boolean', default: true, required: true },
    externalId: text(),
    source: text(),
    ...utm('first'),
    ...utm('last'),
    firstSeenAt: { type: 'datetime' },
    lastActivityAt: { type: 'datetime' },
    identifiedAt: { type: 'datetime' },
    score: { type: 'integer', default: 0, ...INTEGER_RANGE },
    tags: { type: 'json' },
    notes: { type: 'text' },
    /** Values of the fields that editors added in the settings, by code. */
    customFields: { type: 'json' },
  },
  /**
   * Few, because on PostgreSQL a visit, which moves `lastActivityAt`, writes every one of them. What
   * search and the other orders need stands in tables of its own (search/tables.ts).
   */
  indexes: [
    { name: 'cm_contacts_email_unique', columns: ['email'], type: 'unique' },
    { name: 'cm_contacts_external_id_unique', columns: ['external_id'], type: 'unique' },
    /** The list's usual order, and who was active when. */
    { name: 'cm_contacts_last_activity', columns: ['last_activity_at', 'id'] },
    /** New contacts a day, and the list by age. */
    { name: 'cm_contacts_created', columns: ['created_at', 'id'] },
  ],
} as const;

export const contactIndexes: ExtraIndex[] = [
  /** Any of these filters, alone or together (list/filter-conditions.ts). */
  {
    name: 'cm_contacts_options',
    table: CONTACTS_TABLE,
    columns: ['state', 'kind', 'subscription', 'country'],
    prefix: 16,
  },
  /** Nearly all contacts of a busy site have no score. */
  {
    name: 'cm_contacts_score',
    table: CONTACTS_TABLE,
    columns: ['score', 'id'],
    where: 'score <> 0',
  },
  /** Only known contacts have been identified: how many were new on a day. */
  {
    name: 'cm_contacts_identified',
    table: CONTACTS_TABLE,
    columns: ['identified_at'],
    where: 'identified_at is not null',
  },
];
