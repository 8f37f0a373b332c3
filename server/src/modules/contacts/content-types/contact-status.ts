/** A label editors give to contacts: "VIP", "do not call". A contact has at most one. */
import { labelAttributes } from '../../../platform/labels/attributes';

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
  attributes: labelAttributes(),
  indexes: [{ name: 'cm_contact_statuses_name_unique', columns: ['name'], type: 'unique' }],
} as const;
