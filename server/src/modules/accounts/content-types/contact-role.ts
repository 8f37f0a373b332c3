/** What a contact is in an account: "CEO", "buyer". At most one in each account. */
import { labelAttributes } from '../../../platform/labels/attributes';

export const contactRole = {
  kind: 'collectionType',
  collectionName: 'cm_contact_roles',
  info: {
    singularName: 'contact-role',
    pluralName: 'contact-roles',
    displayName: 'Contact role',
  },
  options: { draftAndPublish: false },
  pluginOptions: {},
  attributes: labelAttributes(),
  indexes: [{ name: 'cm_contact_roles_name_unique', columns: ['name'], type: 'unique' }],
} as const;
