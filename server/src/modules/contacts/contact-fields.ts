/** The catalogue of a contact's fields: forms, columns and imports are built from it. */
import type { Core } from '@strapi/strapi';
import { isEms } from '../../config';
import { contact } from './content-types/contact';
import { CONTACT_UID, type FieldDescription, type FieldGroup } from './contract';

interface Attribute {
  type: string;
  required?: boolean;
  enum?: string[];
  maxLength?: number;
}

/** In the order of forms; without a status in the CMS edition, which has none. */
export const describeFields = (strapi: Core.Strapi): FieldDescription[] =>
  Object.entries(strapi.contentType(CONTACT_UID).attributes as Record<string, Attribute>)
    .filter(([name]) => !BOOKKEEPING.has(name) && (name !== 'status' || isEms(strapi)))
    .map(([name, attribute]) => describe(name, attribute));

/** Fields whose values are in the contact's own row and can be shown: all of them, or a cell's. */
export const plainFields = (strapi: Core.Strapi, shown: 'everywhere' | 'in-lists'): string[] =>
  describeFields(strapi)
    .filter(({ editor, type }) => editor === 'plain' && type !== 'relation')
    .filter(({ listable }) => shown === 'everywhere' || listable)
    .map(({ name }) => name);

const BOOKKEEPING = new Set([
  ...['updatedAt', 'publishedAt', 'createdBy', 'updatedBy', 'locale', 'localizations'],
  ...['phoneUnreadable', 'mobilePhoneUnreadable'],
]);

const groups: Record<Exclude<FieldGroup, 'custom'>, string[]> = {
  person: [
    ...['salutation', 'firstName', 'middleName', 'lastName', 'suffix', 'jobTitle', 'companyName'],
    ...['birthday', 'gender', 'language'],
  ],
  contact: [
    ...['email', 'phone', 'mobilePhone', 'website', 'timezone', 'state', 'status', 'owner', 'kind'],
    ...['subscription', 'monitored', 'externalId', 'tags', 'notes'],
  ],
  address: ['addressLine1', 'addressLine2', 'city', 'postalCode', 'region', 'country'],
  tracking: [],
};

/** Columns that the contact list can be ordered and narrowed by. */
const SORTABLE = new Set(['lastActivityAt', 'createdAt', 'email', 'state', 'companyName', 'score']);
const FILTERABLE = new Set([
  ...['state', 'kind', 'status', 'owner', 'country', 'subscription', 'createdAt'],
  'lastActivityAt',
]);

/** Written by the plugin. */
const READ_ONLY = new Set([
  ...['kind', 'score', 'createdAt', 'firstSeenAt', 'lastActivityAt', 'identifiedAt', 'source'],
]);

const PLAIN = new Set([
  ...['string', 'text', 'email', 'uid', 'richtext', 'enumeration', 'boolean', 'integer'],
  ...['biginteger', 'decimal', 'float', 'date', 'datetime', 'time', 'timestamp'],
]);
/** Not plain by their type, but the contact card has a control for them. */
const CARD_CONTROLS = new Set(['status', 'owner', 'tags']);
/** Too long for a cell. */
const NOT_LISTED = new Set(['richtext', 'text', 'json']);

const describe = (name: string, attribute: Attribute): FieldDescription => {
  const { type, required = false, maxLength } = attribute;
  const core = name in contact.attributes || name === 'createdAt';
  const plain = PLAIN.has(type) || (core && CARD_CONTROLS.has(name));
  return {
    name,
    type,
    label: toLabel(name),
    required,
    ...(attribute.enum ? { enum: attribute.enum } : {}),
    ...(maxLength ? { maxLength } : {}),
    core,
    editable: plain && !READ_ONLY.has(name) && !/^(first|last)Utm/.test(name),
    sortable: SORTABLE.has(name),
    filterable: FILTERABLE.has(name),
    listable: plain && !NOT_LISTED.has(type),
    editor: plain ? 'plain' : 'content-manager',
    group: core ? groupOf(name) : 'custom',
  };
};

const groupOf = (name: string): FieldGroup => {
  const found = Object.entries(groups).find(([, names]) => names.includes(name));
  return (found?.[0] as FieldGroup | undefined) ?? 'tracking';
};

/** `shoeSize` → "Shoe size"; the admin has better words for the plugin's own. */
const toLabel = (name: string): string => {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[_-]+/g, ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
};
