/** Describes the attributes of a content type, the site's own included, for forms, columns and imports. */
import type { Core, UID } from '@strapi/strapi';
import { isRetired } from '../site-fields';
import type { FieldDescription, FieldGroup } from './contract';
import { WAYS_OF_TYPES } from './field-conditions';

export interface Catalogue {
  uid: string;
  /** The plugin's own attributes. */
  own: object;
  hidden: ReadonlySet<string>;
  /** Written by the plugin. */
  isReadOnly(name: string): boolean;
  /** Not plain by their type, but the card has a control for them. */
  controls: ReadonlySet<string>;
  sortable: ReadonlySet<string>;
  filterable: ReadonlySet<string>;
  groups: Partial<Record<FieldGroup, string[]>>;
  /** Of the plugin's attributes that are in none of them. */
  otherwise: FieldGroup;
}

interface Attribute {
  type: string;
  required?: boolean;
  enum?: string[];
  maxLength?: number;
}

/** In the order of forms. */
export const describeType = (strapi: Core.Strapi, catalogue: Catalogue): FieldDescription[] => {
  const { attributes } = strapi.contentType(catalogue.uid as UID.ContentType);
  return Object.entries(attributes as Record<string, Attribute>)
    .filter(([name, attribute]) => !catalogue.hidden.has(name) && !isRetired(attribute))
    .map(([name, attribute]) => describe(catalogue, name, attribute));
};

/** Names of the fields whose values are in the type's own row and can be shown: all of them, or a cell's. */
export const plainNames = (
  fields: FieldDescription[],
  shown: 'everywhere' | 'in-lists'
): string[] =>
  fields
    .filter(({ editor, type }) => editor === 'plain' && type !== 'relation')
    .filter(({ listable }) => shown === 'everywhere' || listable)
    .map(({ name }) => name);

/** Strapi's own; `createdAt` is shown. */
export const BOOKKEEPING: readonly string[] = [
  'updatedAt',
  'publishedAt',
  'createdBy',
  'updatedBy',
  'locale',
  'localizations',
];

const PLAIN = new Set([
  ...['string', 'text', 'email', 'uid', 'richtext', 'enumeration', 'boolean', 'integer'],
  ...['biginteger', 'decimal', 'float', 'date', 'datetime', 'time', 'timestamp'],
]);
/** Too long for a cell. */
const NOT_LISTED = new Set(['richtext', 'text', 'json']);

const describe = (catalogue: Catalogue, name: string, attribute: Attribute): FieldDescription => {
  const { type, required = false, maxLength } = attribute;
  const core = name in catalogue.own || name === 'createdAt';
  const way = core ? undefined : WAYS_OF_TYPES[type];
  const plain = PLAIN.has(type) || (core && catalogue.controls.has(name));
  return {
    name,
    type,
    label: toLabel(name),
    required,
    ...(attribute.enum ? { enum: attribute.enum } : {}),
    ...(maxLength ? { maxLength } : {}),
    core,
    editable: plain && !catalogue.isReadOnly(name),
    sortable: catalogue.sortable.has(name),
    filterable: catalogue.filterable.has(name) || way !== undefined,
    listable: plain && !NOT_LISTED.has(type),
    editor: plain ? 'plain' : 'content-manager',
    group: core ? groupOf(catalogue, name) : 'custom',
    ...(way ? { filter: { parameter: `field.${name}`, way } } : {}),
  };
};

const groupOf = ({ groups, otherwise }: Catalogue, name: string): FieldGroup => {
  const found = Object.entries(groups).find(([, names]) => names.includes(name));
  return (found?.[0] as FieldGroup | undefined) ?? otherwise;
};

/** `shoeSize` → "Shoe size"; the admin has better words for the plugin's own. */
const toLabel = (name: string): string => {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[_-]+/g, ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
};
