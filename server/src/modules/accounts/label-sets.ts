/** Statuses of accounts and roles of contacts in them, and what deleting one does. */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { LabelSet } from '../../platform/label-set';
import { events } from '../../platform/plugin';
import { queueAccounts } from '../../platform/recalculation/queue';
import { inTable } from '../../platform/sql/table';
import { commitThenAnnounce } from '../../platform/transaction';
import { toRef as toAccountRef, type AccountRow } from './account-row';
import {
  ACCOUNT_MEMBERSHIPS_TABLE,
  ACCOUNT_STATUS_UID,
  ACCOUNT_STATUSES_TABLE,
  ACCOUNTS_TABLE,
  CONTACT_ROLE_UID,
  CONTACT_ROLES_TABLE,
} from './contract';
import { announceMemberships } from './membership-events';
import { queueMemberships } from './queue-memberships';
import { toRef as toMembershipRef, type MembershipRow } from './membership-row';

export const accountStatuses: LabelSet = {
  uid: ACCOUNT_STATUS_UID,
  table: ACCOUNT_STATUSES_TABLE,
  nameIndex: 'cm_account_statuses_name_unique',
  noun: 'status',
  holders: {
    table: ACCOUNTS_TABLE,
    column: 'status_id',
    have: (count) => (count === 1 ? '1 account has' : `${count} accounts have`),
  },
  move: (strapi, { holderIds, from, to }) =>
    commitThenAnnounce(strapi, async (trx) => {
      const accounts = (await inTable(strapi, ACCOUNTS_TABLE, trx)
        .whereIn('id', holderIds)
        .where('status_id', from.id)
        .orderBy('id')
        .forUpdate()
        .select('id', 'document_id')) as unknown as AccountRow[];
      await give(strapi, trx, ACCOUNTS_TABLE, accounts, { status_id: to?.id ?? null });
      const ids = accounts.map(({ id }) => id);
      await queueAccounts(strapi, trx, ids, { account: true });
      const changes = accounts.map((row) => ({ ...toAccountRef(row), fields: ['status'] }));
      return {
        result: changes.length,
        announce: async () => {
          if (changes.length > 0) await events(strapi).emit('account.changed', changes);
        },
      };
    }),
};

export const contactRoles: LabelSet = {
  uid: CONTACT_ROLE_UID,
  table: CONTACT_ROLES_TABLE,
  nameIndex: 'cm_contact_roles_name_unique',
  noun: 'role',
  holders: {
    table: ACCOUNT_MEMBERSHIPS_TABLE,
    column: 'role_id',
    have: (count) => (count === 1 ? '1 membership has' : `${count} memberships have`),
  },
  move: (strapi, { holderIds, from, to }) =>
    commitThenAnnounce(strapi, async (trx) => {
      const rows = (await inTable(strapi, ACCOUNT_MEMBERSHIPS_TABLE, trx)
        .whereIn('id', holderIds)
        .where('role_id', from.id)
        .orderBy('id')
        .forUpdate()) as unknown as MembershipRow[];
      await give(strapi, trx, ACCOUNT_MEMBERSHIPS_TABLE, rows, { role_id: to?.id ?? null });
      await queueMemberships(strapi, trx, rows);
      const changes = rows.map((row) => ({ ...toMembershipRef(row), fields: ['role'] }));
      return {
        result: changes.length,
        announce: () => announceMemberships(strapi, 'membership.changed', changes),
      };
    }),
};

const give = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  table: string,
  rows: { id: number }[],
  values: Record<string, unknown>
): Promise<void> => {
  const ids = rows.map(({ id }) => id);
  await inTable(strapi, table, trx)
    .whereIn('id', ids)
    .update({ ...values, updated_at: new Date() });
};
