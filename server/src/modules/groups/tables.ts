/**
 * Who is in a group, and why. A contact has a row in a group while a way is left by which it is a
 * member, or while it is excluded: every row that is not excluded is a member.
 */
import type { InternalModel } from '../../platform/models';
import { GROUP_ACCOUNTS_TABLE, GROUP_HISTORY_TABLE, GROUP_MEMBERS_TABLE } from './contract';

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

/** Who came to a group and who left it, when, how and why. */
export const groupHistory: InternalModel = {
  name: 'group-history',
  tableName: GROUP_HISTORY_TABLE,
  attributes: {
    groupId: { type: 'integer' },
    contactId: { type: 'integer' },
    entered: { type: 'boolean' },
    way: { type: 'string' },
    /** See history/because.ts. */
    because: { type: 'text' },
    at: { type: 'datetime' },
  },
  indexes: [
    { name: 'cm_group_history_group', columns: ['group_id', 'id'] },
    { name: 'cm_group_history_contact', columns: ['contact_id', 'group_id', 'id'] },
    { name: 'cm_group_history_at', columns: ['at'] },
  ],
};

/** Of each dynamic group: how far the clock has been followed, and the rebuild under way. */
export const UPKEEP_TABLE = 'cm_group_upkeep' as const;

export interface UpkeepRow {
  group_id: number;
  clock_checked_at: number | string | null;
  rebuild_job: number | string | null;
  /** Of the rebuild that is under way. */
  rebuild_token: string | null;
  problem: string | null;
}

export const groupUpkeep: InternalModel = {
  name: 'group-upkeep',
  tableName: UPKEEP_TABLE,
  attributes: {
    groupId: { type: 'integer' },
    /** Epoch milliseconds. */
    clockCheckedAt: { type: 'biginteger' },
    rebuildJob: { type: 'biginteger' },
    rebuildToken: { type: 'string' },
    problem: { type: 'text' },
  },
  indexes: [{ name: 'cm_group_upkeep_group', columns: ['group_id'], type: 'unique' }],
};

/** How many came and left on a day, and how many were there at its end. */
export const DAYS_TABLE = 'cm_group_days' as const;

export const groupDays: InternalModel = {
  name: 'group-day',
  tableName: DAYS_TABLE,
  attributes: {
    groupId: { type: 'integer' },
    /** `2026-03-31`, UTC. */
    day: { type: 'string' },
    entered: { type: 'integer' },
    leftCount: { type: 'integer' },
    size: { type: 'integer' },
  },
  indexes: [{ name: 'cm_group_days_day', columns: ['group_id', 'day'], type: 'unique' }],
};
