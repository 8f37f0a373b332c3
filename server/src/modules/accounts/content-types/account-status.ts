/** A label editors give to accounts: "key account", "at risk". An account has at most one. */
import { labelAttributes } from '../../../platform/labels/attributes';

export const accountStatus = {
  kind: 'collectionType',
  collectionName: 'cm_account_statuses',
  info: {
    singularName: 'account-status',
    pluralName: 'account-statuses',
    displayName: 'Account status',
  },
  options: { draftAndPublish: false },
  pluginOptions: {},
  attributes: labelAttributes(),
  indexes: [{ name: 'cm_account_statuses_name_unique', columns: ['name'], type: 'unique' }],
} as const;
