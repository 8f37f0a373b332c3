import type { UniqueField } from '../../platform/unique-fields';
import { ACCOUNT_MEMBERSHIPS_TABLE, ACCOUNTS_TABLE } from './contract';

export const ACCOUNT_UNIQUE: UniqueField[] = [
  {
    table: ACCOUNTS_TABLE,
    field: 'externalId',
    index: { name: 'cm_accounts_external_id_unique', columns: ['external_id'] },
    taken: 'Another account has this external id',
  },
];

export const MEMBERSHIP_UNIQUE: UniqueField[] = [
  {
    table: ACCOUNT_MEMBERSHIPS_TABLE,
    field: 'contact',
    index: { name: 'cm_account_memberships_unique', columns: ['account_id', 'contact_id'] },
    taken: 'This contact has a membership in this account already',
  },
];
