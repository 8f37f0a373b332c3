/** The fields of contacts and accounts, and those that editors add in the settings: the shapes that server and admin share. */

export const FIELD_KINDS = [
  'text',
  'longText',
  'number',
  'date',
  'boolean',
  'select',
  'multiSelect',
  'email',
  'url',
  'phone',
] as const;
export const FIELD_ENTITIES = ['contact', 'account'] as const;

export type FieldKind = (typeof FIELD_KINDS)[number];
export type FieldEntityName = (typeof FIELD_ENTITIES)[number];

export const CUSTOM_FIELD_UID = 'plugin::contact-management.custom-field' as const;
export const CUSTOM_FIELDS_TABLE = 'cm_custom_fields' as const;

/** The attribute that holds the values, and what the names of these fields begin with in lists. */
export const CUSTOM_VALUES = 'customFields' as const;

export interface FieldOption {
  /** What is stored; it never changes. */
  value: string;
  label: string;
}

/** What one field can hold; null is nothing. */
export type FieldValue = string | number | boolean | string[] | null;

export interface FieldDefinition {
  id: number;
  documentId: string;
  entity: FieldEntityName;
  /** The code under which values are stored; unique for the entity, and never changed. */
  name: string;
  displayName: string;
  help: string | null;
  kind: FieldKind;
  required: boolean;
  defaultValue: FieldValue;
  /** Of select and multiSelect; empty for the other kinds. */
  options: FieldOption[];
  /** The heading that it stands under; null is the common one. */
  section: string | null;
  order: number;
  /** ISO; null while the field is in use. */
  deletedAt: string | null;
}

/** As the settings page lists it. */
export interface FieldDefinitionView extends Omit<FieldDefinition, 'id'> {
  /** When a deleted field and its values are gone for good; ISO. */
  goneAt: string | null;
}

/** What the settings page sends. */
export type FieldDraft = Omit<FieldDefinition, 'id' | 'documentId' | 'order' | 'deletedAt'>;

/** Kind and code stay as they were made. */
export type FieldChange = Partial<Omit<FieldDraft, 'entity' | 'name' | 'kind'>>;

export interface FieldUsage {
  /** How many contacts (or accounts) have a value. */
  values: number;
}

/** How a list can be narrowed by a field; see field-filter.ts for the parameters. */
export type FilterWay = 'options' | 'text' | 'number' | 'day' | 'instant' | 'boolean';

export type FieldGroup = 'account' | 'person' | 'contact' | 'address' | 'tracking' | 'custom';

export interface FieldDescription {
  /** The attribute's; `customFields.tier` for a field of the settings. */
  name: string;
  /** Of Strapi's attribute, or the one that a field of the settings is most like. */
  type: string;
  label: string;
  required: boolean;
  enum?: string[];
  maxLength?: number;
  /** The plugin's, not one that the site added. */
  core: boolean;
  editable: boolean;
  sortable: boolean;
  filterable: boolean;
  listable: boolean;
  /** Kinds that a plain form cannot hold open in the Content Manager. */
  editor: 'plain' | 'content-manager';
  group: FieldGroup;
  /** Of the site's own fields that a list can be narrowed by: the parameter, and what it takes. */
  filter?: { parameter: string; way: FilterWay };
  /** Of a field of the settings. */
  custom?: Pick<FieldDefinition, 'kind' | 'help' | 'section' | 'options' | 'defaultValue'>;
}
