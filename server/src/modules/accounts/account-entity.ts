/** Accounts, as what can have custom fields. */
import { isEms } from '../../config';
import type { FieldEntity } from '../../platform/fields/entity';
import { queueAccounts } from '../../platform/recalculation/queue';
import { ACCOUNT_UID, ACCOUNTS_TABLE } from './contract';
import { writeSearchKeys } from './search-key';

export const accountFields: FieldEntity = {
  name: 'account',
  uid: ACCOUNT_UID,
  table: ACCOUNTS_TABLE,
  alias: 'a',
  valuesTable: 'cm_account_custom_values',
  idColumn: 'account_id',
  isOffered: isEms,
  reindex: writeSearchKeys,
  queueChanged: (strapi, trx, ids) => queueAccounts(strapi, trx, ids, { account: true }),
};
