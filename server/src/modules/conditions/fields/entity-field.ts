/**
 * The fields of contacts and of accounts that can be asked: the plugin's, the site's own, and those of
 * the settings. Only what is found here becomes an identifier in SQL.
 */
import type { Core } from '@strapi/strapi';
import {
  CUSTOM_VALUES,
  type FieldDefinition,
  type FieldKind,
} from '../../../platform/fields/contract';
import { knownFields } from '../../../platform/fields/definitions';
import type { FieldEntity } from '../../../platform/fields/entity';
import { toComparable } from '../../../platform/fields/index-values';
import { isRetired } from '../../../platform/site-fields';
import type { ValueType } from '../contract';
import type { KnownField } from '../read/read-question';
import type { DateColumn, TextColumn } from './column';

/** What is asked besides fields: what it belongs to, and what it is called in queries. */
export interface AskedEntity {
  entity: FieldEntity;
  /** The table that a relation leads to, where codes are asked: `status`. */
  labels: Record<string, { table: string; column: string }>;
  spellings: Record<string, TextColumn['spelling']>;
  /** Not asked about. */
  hidden: ReadonlySet<string>;
}

export type EntityField = KnownField & { name: string; label?: string } & (
    | {
        from: 'column';
        column: string;
        stored?: DateColumn['stored'];
        spelling?: TextColumn['spelling'];
      }
    | { from: 'label'; column: string; table: string }
    | { from: 'list'; column: string }
    | { from: 'values'; definition: FieldDefinition }
  );

const VALUE_TYPES: Partial<Record<string, ValueType>> = {
  ...{ string: 'text', text: 'text', email: 'text', uid: 'text', richtext: 'text' },
  ...{ integer: 'number', biginteger: 'number', decimal: 'number', float: 'number' },
  ...{ date: 'date', datetime: 'date', timestamp: 'date' },
  ...{ boolean: 'boolean', enumeration: 'choice' },
};

const VALUE_TYPES_OF_KINDS: Record<FieldKind, ValueType> = {
  ...{ text: 'text', longText: 'text', email: 'text', url: 'text', phone: 'text' },
  ...{ number: 'number', date: 'date', boolean: 'boolean', select: 'choice' },
  multiSelect: 'choice',
};

interface Attribute {
  type: string;
  enum?: string[];
}

/** Undefined: there is no such field, or it cannot be asked. */
export const findField = (
  strapi: Core.Strapi,
  asked: AskedEntity,
  name: string
): EntityField | undefined => {
  if (name.startsWith(PREFIX)) return customField(strapi, asked, name.slice(PREFIX.length));
  const { attributes } = strapi.contentType(asked.entity.uid);
  const attribute = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
  if (!attribute || asked.hidden.has(name) || isRetired(attribute)) return undefined;
  return ownField(strapi, asked, name, attribute);
};

const PREFIX = `${CUSTOM_VALUES}.`;

/** In the order of forms. */
export const listFields = (strapi: Core.Strapi, asked: AskedEntity): EntityField[] => {
  const { attributes } = strapi.contentType(asked.entity.uid);
  const custom = knownFields(strapi).current(asked.entity.name);
  const names = [...Object.keys(attributes), ...custom.map(({ name }) => PREFIX + name)];
  return names.flatMap((name) => findField(strapi, asked, name) ?? []);
};

const customField = (
  strapi: Core.Strapi,
  { entity }: AskedEntity,
  code: string
): EntityField | undefined => {
  const definition = knownFields(strapi)
    .current(entity.name)
    .find(({ name }) => name === code);
  if (!definition) return undefined;
  const { kind, options, displayName } = definition;
  const valueType = VALUE_TYPES_OF_KINDS[kind];
  return {
    name: PREFIX + code,
    label: displayName,
    valueType,
    ...(valueType === 'choice' ? { codes: options.map(({ value }) => value) } : {}),
    ...(valueType === 'date' ? { isDay: true } : {}),
    ...(valueType === 'text' ? { comparable: (text: string) => toComparable(kind, text) } : {}),
    from: 'values',
    definition,
  };
};

const ownField = (
  strapi: Core.Strapi,
  { entity, labels, spellings }: AskedEntity,
  name: string,
  attribute: Attribute
): EntityField | undefined => {
  if (name === 'tags') return { name, valueType: 'choice', from: 'list', column: name };
  const label = Object.hasOwn(labels, name) ? labels[name] : undefined;
  if (label) return { name, valueType: 'choice', from: 'label', ...label };
  const { columnName = name } = strapi.db.metadata.get(entity.uid).attributes[name] as {
    columnName?: string;
  };
  if (name === 'owner') {
    return { name, valueType: 'choice', numeric: true, from: 'column', column: 'owner_id' };
  }
  const valueType = VALUE_TYPES[attribute.type];
  if (!valueType) return undefined;
  const spelling = Object.hasOwn(spellings, name) ? spellings[name] : undefined;
  return {
    name,
    valueType,
    from: 'column',
    column: columnName,
    ...(spelling ? { spelling } : {}),
    ...(attribute.enum ? { codes: attribute.enum } : {}),
    ...(valueType === 'date'
      ? { stored: attribute.type === 'date' ? 'day' : 'instant', isDay: attribute.type === 'date' }
      : {}),
  };
};
