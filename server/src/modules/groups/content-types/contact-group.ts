/** A set of contacts under a name that pages, e-mails and rules can ask for. */
import { INTEGER_RANGE } from '../../../platform/sql/integer-range';

/** Kept by the plugin. */
const kept = { visible: false, configurable: false } as const;

export const contactGroup = {
  kind: 'collectionType',
  collectionName: 'cm_contact_groups',
  info: {
    singularName: 'contact-group',
    pluralName: 'contact-groups',
    displayName: 'Contact group',
  },
  options: { draftAndPublish: false },
  pluginOptions: {},
  attributes: {
    /** A code, which does not change its meaning when the group gets another title. */
    name: { type: 'string', required: true, maxLength: 100 },
    displayName: { type: 'string', required: true, maxLength: 255 },
    description: { type: 'text' },
    kind: { type: 'enumeration', enum: ['manual', 'dynamic'], default: 'manual', required: true },
    condition: { type: 'json' },
    /** IANA: days of the condition are in it. */
    timeZone: { type: 'string', maxLength: 64 },
    enabled: { type: 'boolean', default: true, required: true },
    /** Whether a page may learn that its visitor is in this group. */
    visibleToSite: { type: 'boolean', default: false, required: true },
    size: { type: 'integer', default: 0, ...INTEGER_RANGE, ...kept },
    rebuiltAt: { type: 'datetime', ...kept },
    rebuildState: { type: 'string', maxLength: 20, ...kept },
    /** The title without case and diacritics: what lists are sorted by and searched in. */
    titleKey: { type: 'string', private: true, ...kept },
  },
  indexes: [
    { name: 'cm_contact_groups_name_unique', columns: ['name'], type: 'unique' },
    { name: 'cm_contact_groups_title_key', columns: ['title_key', 'id'] },
  ],
} as const;
