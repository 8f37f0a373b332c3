/**
 * Deleting many accounts so that it can be undone: each is kept with its memberships before it goes.
 * Its subsidiaries stand alone, and the change says which they were.
 */
import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { BulkAction } from '../../../platform/bulk/bulk-action';
import { forgetValues } from '../../../platform/fields/index-values';
import { keepDocuments } from '../../../platform/kept-rows/keep-documents';
import { events } from '../../../platform/plugin';
import { removeDocuments } from '../../../platform/remove-documents';
import { queueAccounts } from '../../../platform/recalculation/queue';
import { inTable } from '../../../platform/sql/table';
import { accountFields } from '../account-entity';
import { toRef, type AccountRow } from '../account-row';
import {
  ACCOUNT_MEMBERSHIPS_TABLE,
  ACCOUNT_UID,
  ACCOUNTS_TABLE,
  type AccountRef,
} from '../contract';
import { isCurrent } from '../membership-dates';
import { announceMemberships } from '../membership-events';
import { queueMembers } from '../queue-memberships';
import { toRef as toMembershipRef, type MembershipRow } from '../membership-row';
import { ACCOUNTS } from './account-subject';
import { announceMoved } from './change-value';
import { keepLinks, keptAccounts } from './kept-accounts';
import { announceRestored, restoreAccounts } from './restore-accounts';

export const deleteAccounts: BulkAction<null> = {
  subject: ACCOUNTS,
  action: 'delete',
  permission: 'accounts.delete',
  /** Each comes with its people. */
  rowsPerStep: 50,

  parse(_strapi, value) {
    if (value !== undefined && value !== null) {
      throw new errors.ValidationError('Deleting takes no value');
    }
    return Promise.resolve({ value: null, label: null });
  },

  async apply(strapi, trx, { items, batchId }) {
    const accounts = await lockAccounts(
      strapi,
      trx,
      items.map(({ id }) => id)
    );
    const ids = accounts.map(({ accountId }) => accountId);
    const documentIds = accounts.map(({ documentId }) => documentId);
    await keepDocuments(strapi, trx, keptAccounts(), { batchId, ids, documentIds });
    const children = await childrenOf(strapi, trx, ids);
    const names = new Map(accounts.map(({ accountId, documentId }) => [accountId, documentId]));
    const links = children.map(({ document_id, parent_id }) => ({
      child: document_id,
      parent: names.get(Number(parent_id)) ?? '',
    }));
    await keepLinks(strapi, trx, batchId, links);
    await queueMembers(strapi, trx, ids);
    const ended = await endMemberships(strapi, trx, ids);
    const alone = children.map(toRef).filter(({ accountId }) => !names.has(accountId));
    await standAlone(strapi, trx, alone);
    await forgetValues(strapi, trx, accountFields, ids);
    await removeDocuments(strapi, trx, { uid: ACCOUNT_UID, table: ACCOUNTS_TABLE }, ids);
    return {
      changes: documentIds.map((documentId) => ({ documentId, before: null, after: null })),
      announce: async () => {
        await announceMemberships(strapi, 'membership.ended', ended);
        await announceMoved(strapi, 'parent', alone);
        if (accounts.length > 0) await events(strapi).emit('account.deleted', accounts);
      },
    };
  },

  async undo(strapi, trx, { batchId, changes }) {
    const documentIds = changes.map(({ documentId }) => documentId);
    const restored = await restoreAccounts(strapi, trx, { batchId, documentIds });
    return {
      restored: restored.accounts.map(({ documentId }) => documentId),
      skipped: restored.skipped,
      announce: () => announceRestored(strapi, restored),
    };
  },
};

/** In the order of their row numbers, as everybody locks them. */
const lockAccounts = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  ids: number[]
): Promise<AccountRef[]> => {
  const rows = (await inTable(strapi, ACCOUNTS_TABLE, trx)
    .whereIn('id', ids)
    .orderBy('id')
    .forUpdate()
    .select('id', 'document_id')) as unknown as AccountRow[];
  return rows.map(toRef);
};

/** The subsidiaries that are right below, locked. */
const childrenOf = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  ids: number[]
): Promise<AccountRow[]> =>
  (await inTable(strapi, ACCOUNTS_TABLE, trx)
    .whereIn('parent_id', ids)
    .orderBy('id')
    .forUpdate()
    .select('id', 'document_id', 'parent_id')) as unknown as AccountRow[];

const standAlone = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  children: AccountRef[]
): Promise<void> => {
  const ids = children.map(({ accountId }) => accountId);
  await inTable(strapi, ACCOUNTS_TABLE, trx)
    .whereIn('id', ids)
    .update({ parent_id: null, updated_at: new Date() });
  await queueAccounts(strapi, trx, ids, { account: true });
};

const TOLD = ['id', 'document_id', 'account_id', 'contact_id', 'until'];

/** Answers with those that were current. */
const endMemberships = async (strapi: Core.Strapi, trx: Knex.Transaction, ids: number[]) => {
  const memberships = () =>
    inTable(strapi, ACCOUNT_MEMBERSHIPS_TABLE, trx).whereIn('account_id', ids);
  const rows = (await memberships().orderBy('id').select(TOLD)) as unknown as MembershipRow[];
  await memberships().delete();
  return rows.filter((row) => isCurrent(row)).map(toMembershipRef);
};
