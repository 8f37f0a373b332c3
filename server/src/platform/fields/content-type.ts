/**
 * A field that editors added in the settings. A content type, so that `strapi export` takes it along
 * with the values; seen and changed on the settings page only.
 */
import { INTEGER_RANGE } from '../sql/integer-range';
import { CUSTOM_FIELDS_TABLE, FIELD_ENTITIES, FIELD_KINDS } from './contract';

export const FIELD_NAME_INDEX = {
  name: 'cm_custom_fields_name_unique',
  columns: ['entity', 'name'],
};

export const customField = {
  kind: 'collectionType',
  collectionName: CUSTOM_FIELDS_TABLE,
  info: {
    singularName: 'custom-field',
    pluralName: 'custom-fields',
    displayName: 'Custom field',
  },
  options: { draftAndPublish: false },
  pluginOptions: {
    'content-manager': { visible: false },
    'content-type-builder': { visible: false },
  },
  attributes: {
    entity: { type: 'enumeration', enum: [...FIELD_ENTITIES], required: true },
    name: { type: 'string', required: true, maxLength: 63 },
    displayName: { type: 'string', required: true, maxLength: 100 },
    help: { type: 'string', maxLength: 255 },
    kind: { type: 'enumeration', enum: [...FIELD_KINDS], required: true },
    required: { type: 'boolean', default: false },
    defaultValue: { type: 'json' },
    options: { type: 'json' },
    section: { type: 'string', maxLength: 100 },
    order: { type: 'integer', default: 0, ...INTEGER_RANGE },
    deletedAt: { type: 'datetime' },
  },
  indexes: [{ ...FIELD_NAME_INDEX, type: 'unique' }],
} as const;
