/** Puts deleted accounts back with their people and their subsidiaries, as far as those are free. */
import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { Skipped } from '../../../platform/bulk/bulk-action';
import { restoreValues } from '../../../platform/fields/restore-values';
import type { TableRule } from '../../../platform/kept-rows/put-back';
import {
  restoreDocuments,
  type RestoreRequest,
} from '../../../platform/kept-rows/restore-documents';
import { events } from '../../../platform/plugin';
import { queueAccounts } from '../../../platform/recalculation/queue';
import { aliased, inTable } from '../../../platform/sql/table';
import { CONTACTS_TABLE } from '../../contacts';
import { accountFields } from '../account-entity';
import { toRef, type AccountRow } from '../account-row';
import {
  ACCOUNT_MEMBERSHIPS_TABLE,
  ACCOUNTS_TABLE,
  type AccountRef,
  type MembershipRef,
} from '../contract';
import { checkParent, queueForParents } from '../hierarchy';
import { CURRENT, today } from '../membership-dates';
import { announceMemberships } from '../membership-events';
import { toRef as toMembershipRef, type MembershipRow } from '../membership-row';
import { announceMoved } from './change-value';
import { keptAccounts, keptLinks, type ParentLink } from './kept-accounts';

interface Restored {
  accounts: AccountRef[];
  memberships: MembershipRef[];
  /** Accounts that stand below a restored one again. */
  children: AccountRef[];
  skipped: Skipped[];
}

/** The caller announces after its commit. */
export const restoreAccounts = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  request: RestoreRequest
): Promise<Restored> => {
  await queueForParents(strapi, trx);
  const rules = new Map([[ACCOUNT_MEMBERSHIPS_TABLE, membershipRule(strapi)]]);
  const type = { ...keptAccounts(), unique: ['external_id'], rules };
  const { documents, skipped } = await restoreDocuments(strapi, trx, type, request);
  const ids = documents.map(({ id }) => id);
  const documentIds = documents.map(({ documentId }) => documentId);
  await restoreDerived(strapi, trx, ids);
  await queueAccounts(strapi, trx, ids, { account: true });
  const links = await keptLinks(strapi, trx, { ...request, documentIds });
  return {
    accounts: documents.map(({ id, documentId }) => ({ accountId: id, documentId })),
    memberships: await currentIn(strapi, trx, ids),
    children: await linkAgain(strapi, trx, links),
    skipped,
  };
};

/** Fields may have been deleted or restored while the account was away. */
const restoreDerived = async (strapi: Core.Strapi, trx: Knex.Transaction, ids: number[]) => {
  if (ids.length === 0) return;
  await restoreValues(strapi, trx, accountFields, ids);
  await accountFields.reindex(strapi, trx, ids);
};

/** For groups and webhooks they are new again, and so are their people. */
export const announceRestored = async (
  strapi: Core.Strapi,
  { accounts, memberships, children }: Restored
): Promise<void> => {
  if (accounts.length > 0) await events(strapi).emit('account.created', accounts);
  await announceMoved(strapi, 'parent', children);
  await announceMemberships(strapi, 'membership.started', memberships);
};

/** Of contacts that are still there; who has another main account by now keeps that one. */
const membershipRule = (strapi: Core.Strapi): TableRule => ({
  async admit(trx, rows) {
    const contactIds = [...new Set(rows.map(({ contact_id }) => Number(contact_id)))];
    const there: unknown[] = await inTable(strapi, CONTACTS_TABLE, trx)
      .whereIn('id', contactIds)
      .orderBy('id')
      .forUpdate()
      .pluck('id');
    const settled: unknown[] = await inTable(strapi, ACCOUNT_MEMBERSHIPS_TABLE, trx)
      .whereIn('contact_id', contactIds)
      .where('is_primary', true)
      .forUpdate()
      .pluck('contact_id');
    const [known, taken] = [new Set(there), new Set(settled)];
    return rows
      .filter(({ contact_id }) => known.has(contact_id))
      .map((row) => (taken.has(row.contact_id) ? { ...row, is_primary: false } : row));
  },
});

const currentIn = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  accountIds: number[]
): Promise<MembershipRef[]> => {
  const rows = (await aliased(strapi, { m: ACCOUNT_MEMBERSHIPS_TABLE }, trx)
    .whereIn('m.account_id', accountIds)
    .whereRaw(CURRENT, [today()])
    .orderBy('m.id')
    .select('m.id', 'm.document_id', 'm.account_id', 'm.contact_id')) as unknown as MembershipRow[];
  return rows.map(toMembershipRef);
};

/** Accounts that have got another parent meanwhile, or are above it by now, stay where they are. */
const linkAgain = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  links: ParentLink[]
): Promise<AccountRef[]> => {
  const named = [...new Set(links.flatMap(({ child, parent }) => [child, parent]))];
  const rows = (await inTable(strapi, ACCOUNTS_TABLE, trx)
    .whereIn('document_id', named)
    .orderBy('id')
    .forUpdate()
    .select('id', 'document_id', 'name', 'parent_id')) as unknown as AccountRow[];
  const byDocument = new Map(rows.map((row) => [row.document_id, row]));
  const linked: AccountRow[] = [];
  for (const { child, parent } of links) {
    const [account, above] = [byDocument.get(child), byDocument.get(parent)];
    if (!account || !above || account.parent_id !== null) continue;
    if (!(await canStandBelow(strapi, trx, account, above.id))) continue;
    await inTable(strapi, ACCOUNTS_TABLE, trx)
      .where('id', account.id)
      .update({ parent_id: above.id, updated_at: new Date() });
    account.parent_id = above.id;
    linked.push(account);
  }
  return linked.map(toRef);
};

const canStandBelow = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  account: AccountRow,
  parentId: number
): Promise<boolean> => {
  try {
    await checkParent(strapi, trx, { account, parentId });
    return true;
  } catch (error) {
    if (error instanceof errors.ValidationError) return false;
    throw error;
  }
};
