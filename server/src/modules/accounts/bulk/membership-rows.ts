/** Memberships written many at a time: the rules of one membership's guard, in a fixed number of statements. */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { inBatches } from '../../../platform/batches';
import { newDocumentId } from '../../../platform/document-id';
import { inTable } from '../../../platform/sql/table';
import { ACCOUNT_MEMBERSHIPS_TABLE, ACCOUNTS_TABLE } from '../contract';
import { queueMemberships } from '../queue-memberships';
import { lockContacts, type MembershipRow } from '../membership-row';

const ROWS_PER_INSERT = 100;

interface NewMemberships {
  accountId: number;
  roleId: number | null;
  /** Locked. */
  contactIds: number[];
}

/** Of contacts that have none with the account, current or former; answers with the new rows. */
export const insertMemberships = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  { accountId, roleId, contactIds }: NewMemberships
): Promise<MembershipRow[]> => {
  const memberships = () =>
    inTable(strapi, ACCOUNT_MEMBERSHIPS_TABLE, trx).where('account_id', accountId);
  const held: unknown[] = await memberships()
    .whereIn('contact_id', contactIds)
    .forUpdate()
    .pluck('contact_id');
  const known = new Set(held.map(Number));
  const at = new Date();
  const rows = contactIds
    .filter((id) => !known.has(id))
    .map((contact_id) => ({
      document_id: newDocumentId(),
      ...{ account_id: accountId, contact_id, role_id: roleId, is_primary: false },
      ...{ created_at: at, updated_at: at, published_at: at },
    }));
  if (rows.length === 0) return [];
  for (const some of inBatches(rows, ROWS_PER_INSERT)) {
    await inTable(strapi, ACCOUNT_MEMBERSHIPS_TABLE, trx).insert(some);
  }
  await queueMemberships(strapi, trx, rows);
  return (await memberships()
    .whereIn(
      'document_id',
      rows.map(({ document_id }) => document_id)
    )
    .orderBy('id')) as unknown as MembershipRow[];
};

interface Made {
  documentIds: string[];
  /** The role they were made with. */
  roleId: number | null;
}

/** Locked with what they hang on: those that are there, and those nobody has changed since. */
export const untouchedMemberships = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  { documentIds, roleId }: Made
): Promise<{ there: Set<string>; untouched: MembershipRow[] }> => {
  const memberships = () =>
    inTable(strapi, ACCOUNT_MEMBERSHIPS_TABLE, trx).whereIn('document_id', documentIds);
  const places = (await memberships().select('account_id', 'contact_id')) as unknown as Pick<
    MembershipRow,
    'account_id' | 'contact_id'
  >[];
  const accountIds = places.map((place) => place.account_id);
  await inTable(strapi, ACCOUNTS_TABLE, trx).whereIn('id', accountIds).forShare().select('id');
  await lockContacts(
    strapi,
    trx,
    places.map(({ contact_id }) => contact_id)
  );
  const rows = (await memberships().orderBy('id').forUpdate()) as unknown as MembershipRow[];
  const isUntouched = (row: MembershipRow) =>
    row.role_id === roleId &&
    [row.job_title, row.since, row.until].every((value) => value === null) &&
    !row.is_primary;
  return {
    there: new Set(rows.map((row) => row.document_id)),
    untouched: rows.filter(isUntouched),
  };
};

export const removeMemberships = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  rows: MembershipRow[]
): Promise<void> => {
  await inTable(strapi, ACCOUNT_MEMBERSHIPS_TABLE, trx)
    .whereIn(
      'id',
      rows.map(({ id }) => id)
    )
    .delete();
  await queueMemberships(strapi, trx, rows);
};
