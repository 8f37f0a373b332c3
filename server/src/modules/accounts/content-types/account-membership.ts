/** A contact in an account: what it is there, since when and until when. One row for the two of them. */
export const accountMembership = {
  kind: 'collectionType',
  collectionName: 'cm_account_memberships',
  info: {
    singularName: 'account-membership',
    pluralName: 'account-memberships',
    displayName: 'Account membership',
  },
  options: { draftAndPublish: false },
  pluginOptions: {},
  attributes: {
    account: {
      type: 'relation',
      relation: 'manyToOne',
      target: 'plugin::contact-management.account',
      useJoinTable: false,
    },
    contact: {
      type: 'relation',
      relation: 'manyToOne',
      target: 'plugin::contact-management.contact',
      useJoinTable: false,
    },
    role: {
      type: 'relation',
      relation: 'manyToOne',
      target: 'plugin::contact-management.contact-role',
      useJoinTable: false,
    },
    jobTitle: { type: 'string', maxLength: 255 },
    since: { type: 'date' },
    /** The first day on which the contact is a former member. */
    until: { type: 'date' },
    /** The contact's main account. */
    isPrimary: { type: 'boolean', default: false, required: true },
  },
  indexes: [
    {
      name: 'cm_account_memberships_unique',
      columns: ['account_id', 'contact_id'],
      type: 'unique',
    },
    { name: 'cm_account_memberships_contact', columns: ['contact_id'] },
    { name: 'cm_account_memberships_until', columns: ['account_id', 'until', 'contact_id'] },
  ],
} as const;
