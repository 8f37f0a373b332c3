/** A label editors give to contacts: "VIP", "do not call". A contact has at most one. */
import { INTEGER_RANGE } from '../../../platform/sql/integer-range';

export const contactStatus = {
  kind: 'collectionType',
  collectionName: 'cm_contact_statuses',
  info: {
    singularName: 'contact-status',
    pluralName: 'contact-statuses',
    displayName: 'Contact status',
  },
  options: { draftAndPublish: false },
  pluginOptions: {},
  attributes: {
    name: { type: 'string', required: true, maxLength: 100 },
    displayName: { type: 'string', required: true, maxLength: 255 },
    description: { type: 'text' },
    color: { type: 'string', maxLength: 7 },
    order: { type: 'integer', default: 0, ...INTEGER_RANGE },
  },
  indexes: [{ name: 'cm_contact_statuses_name_unique', columns: ['name'], type: 'unique' }],
} as const;
