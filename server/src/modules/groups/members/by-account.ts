/** Everybody in an account of the group is a member, and leaves with the account. */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { inBatches } from '../../../platform/batches';
import { insertSelect } from '../../../platform/sql/insert-select';
import { aliased, inTable } from '../../../platform/sql/table';
import { ACCOUNT_MEMBERSHIPS_TABLE, ACCOUNTS_TABLE } from '../../accounts';
import {
  CONTACT_GROUPS_TABLE,
  GROUP_ACCOUNTS_TABLE,
  GROUP_MEMBERS_TABLE,
  type GroupRef,
  type MembersChanged,
} from '../contract';
import type { Why } from '../history/because';
import { changeGroup } from './change-group';
import { contactsByAccount, putRows, rowsOf, takeWay, withoutRow, type Some } from './member-rows';
import type { Moved } from '../history/record-moves';

export const BY_ACCOUNT: Why = { way: 'account', because: { by: 'account' } };

/** Makes the members by account what the accounts say. The group is locked. */
export const bringInLine = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  groupId: number,
  some: Some
): Promise<Moved> => {
  const ids = () => contactsByAccount(strapi, groupId, some);
  const added = await withoutRow(strapi, trx, groupId, { ids: ids() });
  await putRows(strapi, trx, { groupId, ids: ids(), change: { by_account: true } });
  const left = () =>
    rowsOf(strapi, groupId, some).whereNotIn(
      'x.contact_id',
      contactsByAccount(strapi, groupId, some)
    );
  return { added, removed: await takeWay(strapi, trx, 'by_account', left) };
};

/** Puts accounts in the group, in the transaction that has locked it. */
export const addAccounts = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  groupId: number,
  accountIds: number[]
): Promise<Moved> => {
  if (accountIds.length === 0) return { added: [], removed: [] };
  await holdAccounts(strapi, trx, accountIds);
  await insertSelect(strapi, trx, {
    table: GROUP_ACCOUNTS_TABLE,
    columns: ['group_id', 'account_id'],
    rows: aliased(strapi, { a: ACCOUNTS_TABLE })
      .whereIn('a.id', accountIds)
      .select(strapi.db.connection.raw('?', [groupId]), 'a.id'),
    conflict: { unique: ['group_id', 'account_id'], change: {} },
  });
  return bringInLine(strapi, trx, groupId, 'all');
};

/**
 * Who writes a membership holds its account (shared). Waiting for that here means that a membership
 * which ends meanwhile is either seen to have ended, or ends after this commit and is reacted to.
 */
const holdAccounts = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  accountIds: number[]
): Promise<void> => {
  await inTable(strapi, ACCOUNTS_TABLE, trx)
    .whereIn('id', accountIds)
    .orderBy('id')
    .forUpdate()
    .select('id');
};

export const takeAccounts = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  groupId: number,
  accountIds: number[]
): Promise<Moved> => {
  if (accountIds.length === 0) return { added: [], removed: [] };
  await inTable(strapi, GROUP_ACCOUNTS_TABLE, trx)
    .where('group_id', groupId)
    .whereIn('account_id', accountIds)
    .delete();
  return bringInLine(strapi, trx, groupId, 'all');
};

/** After memberships of these contacts in these accounts have begun or ended. */
export const followMemberships = async (
  strapi: Core.Strapi,
  memberships: { accountId: number; contactId: number }[]
): Promise<void> => {
  const accountIds = [...new Set(memberships.map(({ accountId }) => accountId))];
  const contactIds = [...new Set(memberships.map(({ contactId }) => contactId))];
  await forEachGroup(strapi, accountIds, (group) =>
    changeGroup(strapi, group, BY_ACCOUNT, (trx) =>
      bringInLine(strapi, trx, group.groupId, contactIds)
    )
  );
};

/** Accounts that are gone leave their groups, and their people with them. */
export const forgetAccounts = (strapi: Core.Strapi, accountIds: number[]): Promise<void> =>
  forEachGroup(strapi, accountIds, (group) =>
    changeGroup(strapi, group, BY_ACCOUNT, (trx) =>
      takeAccounts(strapi, trx, group.groupId, accountIds)
    )
  );

/**
 * Contacts that came back have the places they had. Their accounts may have left groups meanwhile, joined
 * others, or be gone; the places by account become what the accounts of now say.
 */
export const followRestored = async (strapi: Core.Strapi, contactIds: number[]): Promise<void> => {
  for (const batch of inBatches(contactIds, IDS_PER_QUERY)) {
    const groups = await groupsWhere(strapi, (query) => {
      void query.whereIn('g.id', placesByAccount(strapi, batch));
      void query.orWhereIn('g.id', placesOfTheirAccounts(strapi, batch));
    });
    for (const group of groups) {
      await changeGroup(strapi, group, BY_ACCOUNT, (trx) =>
        bringInLine(strapi, trx, group.groupId, batch)
      );
    }
  }
};

const placesByAccount = (strapi: Core.Strapi, contactIds: number[]): Knex.QueryBuilder =>
  aliased(strapi, { x: GROUP_MEMBERS_TABLE })
    .whereIn('x.contact_id', contactIds)
    .where('x.by_account', true)
    .select('x.group_id');

const placesOfTheirAccounts = (strapi: Core.Strapi, contactIds: number[]): Knex.QueryBuilder =>
  aliased(strapi, { m: ACCOUNT_MEMBERSHIPS_TABLE })
    .join({ ga: GROUP_ACCOUNTS_TABLE }, 'ga.account_id', 'm.account_id')
    .whereIn('m.contact_id', contactIds)
    .select('ga.group_id');

const IDS_PER_QUERY = 1_000;

const forEachGroup = async (
  strapi: Core.Strapi,
  accountIds: number[],
  work: (group: GroupRef) => Promise<MembersChanged>
): Promise<void> => {
  const groups = new Map<number, GroupRef>();
  for (const batch of inBatches(accountIds, IDS_PER_QUERY)) {
    const holding = aliased(strapi, { ga: GROUP_ACCOUNTS_TABLE })
      .whereIn('ga.account_id', batch)
      .select('ga.group_id');
    const found = await groupsWhere(strapi, (query) => void query.whereIn('g.id', holding));
    for (const group of found) groups.set(group.groupId, group);
  }
  for (const group of groups.values()) await work(group);
};

/** `narrow` speaks of groups as `g`. */
const groupsWhere = async (
  strapi: Core.Strapi,
  narrow: (query: Knex.QueryBuilder) => void
): Promise<GroupRef[]> =>
  (await aliased(strapi, { g: CONTACT_GROUPS_TABLE }).where(narrow).orderBy('g.id').select({
    groupId: 'g.id',
    documentId: 'g.document_id',
    name: 'g.name',
  })) as unknown as GroupRef[];
