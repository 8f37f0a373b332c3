/**
 * Who is in a group, and why. A contact has a row in a group while a way is left by which it is a
 * member, or while it is excluded: every row that is not excluded is a member.
 */
import type { InternalModel } from '../../platform/models';
import { GROUP_ACCOUNTS_TABLE, GROUP_MEMBERS_TABLE } from './contract';

export const groupMembers: InternalModel = {
  name: 'group-member',
  tableName: GROUP_MEMBERS_TABLE,
  attributes: {
    groupId: { type: 'integer' },
    contactId: { type: 'integer' },
    byCondition: { type: 'boolean' },
    byAccount: { type: 'boolean' },
    byHand: { type: 'boolean' },
    excluded: { type: 'boolean' },
    /** When it came in, by whichever way was first; of an excluded one, when it was excluded. */
    since: { type: 'datetime' },
  },
  indexes: [
    { name: 'cm_group_members_unique', columns: ['group_id', 'contact_id'], type: 'unique' },
    { name: 'cm_group_members_contact', columns: ['contact_id', 'group_id'] },
    /** Lists and counts. */
    { name: 'cm_group_members_list', columns: ['group_id', 'excluded', 'id'] },
  ],
};

/** Accounts everybody of which is a member. */
export const groupAccounts: InternalModel = {
  name: 'group-account',
  tableName: GROUP_ACCOUNTS_TABLE,
  attributes: {
    groupId: { type: 'integer' },
    accountId: { type: 'integer' },
  },
  indexes: [
    { name: 'cm_group_accounts_unique', columns: ['group_id', 'account_id'], type: 'unique' },
    { name: 'cm_group_accounts_account', columns: ['account_id', 'group_id'] },
  ],
};
