/** The settings' fields as the field catalogue lists them, after the attributes. */
import type { Core } from '@strapi/strapi';
import {
  CUSTOM_VALUES,
  type FieldDefinition,
  type FieldDescription,
  type FieldEntityName,
  type FieldKind,
} from './contract';
import { definitionsInUse } from './definitions';
import { WAYS_OF_KINDS } from './field-conditions';

export const describeCustomFields = async (
  strapi: Core.Strapi,
  entity: FieldEntityName
): Promise<FieldDescription[]> => (await definitionsInUse(strapi, entity)).map(describe);

/** Strapi's types that cells and inputs are made for. */
const TYPES: Record<FieldKind, string> = {
  text: 'string',
  longText: 'text',
  number: 'decimal',
  date: 'date',
  boolean: 'boolean',
  select: 'enumeration',
  multiSelect: 'json',
  email: 'email',
  url: 'string',
  phone: 'string',
};

const describe = (field: FieldDefinition): FieldDescription => {
  const { kind, help, section, options, defaultValue } = field;
  const name = `${CUSTOM_VALUES}.${field.name}`;
  return {
    name,
    type: TYPES[kind],
    label: field.displayName,
    required: field.required,
    ...(options.length > 0 ? { enum: options.map(({ value }) => value) } : {}),
    core: false,
    editable: true,
    sortable: false,
    filterable: true,
    listable: kind !== 'longText',
    editor: 'plain',
    group: 'custom',
    filter: { parameter: name, way: WAYS_OF_KINDS[kind] },
    custom: { kind, help, section, options, defaultValue },
  };
};
