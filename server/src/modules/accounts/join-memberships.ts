/**
 * Memberships of one contact (or account) handed over to another one, a batch at a time.
 * Where both have one with the same partner, the better stays: current over former, then one with a
 * role over one without, then the one that was there.
 */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { inBatches } from '../../platform/batches';
import { aliased, inTable } from '../../platform/sql/table';
import { ACCOUNT_MEMBERSHIPS_TABLE } from './contract';
import { isCurrent } from './membership-dates';
import { lockContacts, type MembershipRow } from './membership-row';

export interface Handover {
  /** What is handed over: all memberships of an account, or of a contact. */
  column: 'account_id' | 'contact_id';
  from: number;
  into: number;
}

export interface HandedOver {
  /** As they were before. */
  moved: MembershipRow[];
  /** Those that went. */
  doubles: MembershipRow[];
}

const ROWS_PER_BATCH = 1_000;

/**
 * The caller has locked both sides, so that nobody makes, changes or ends a membership of either. Of
 * two accounts, the contacts whose main account may become another one are locked here: of these,
 * nobody else chooses a main account meanwhile.
 */
export const joinMemberships = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  { column, from, into }: Handover
): Promise<HandedOver> => {
  const memberships = () => inTable(strapi, ACCOUNT_MEMBERSHIPS_TABLE, trx);
  const handed: HandedOver = { moved: [], doubles: [] };
  if (column === 'account_id') await lockPromoted(strapi, trx, { from, into });
  for (;;) {
    const rows = (await memberships()
      .where(column, from)
      .orderBy('id')
      .limit(ROWS_PER_BATCH)
      .forUpdate()) as unknown as MembershipRow[];
    if (rows.length === 0) break;
    const pairs = await pairsOf(strapi, trx, { column, into, rows });
    const doubles = pairs.map(({ goes }) => goes);
    const gone = new Set(doubles.map(({ id }) => id));
    const moved = rows.filter(({ id }) => !gone.has(id));
    await memberships()
      .whereIn('id', [...gone])
      .delete();
    await memberships()
      .whereIn('id', idsOf(moved))
      .update({ [column]: into });
    const promoted = pairs.filter(({ goes }) => goes.is_primary).map(({ stays }) => stays);
    await memberships().whereIn('id', idsOf(promoted)).update({ is_primary: true });
    handed.moved.push(...moved);
    handed.doubles.push(...doubles);
  }
  if (column === 'contact_id') await keepOnePrimary(strapi, trx, into);
  return handed;
};

/**
 * Whoever is in both accounts and has one of them as the main one: that may go with the membership that
 * goes, and then passes to the one that stays. Before any membership, as everybody locks them.
 */
const lockPromoted = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  { from, into }: Omit<Handover, 'column'>
): Promise<void> => {
  const found: unknown[] = await aliased(strapi, { m: ACCOUNT_MEMBERSHIPS_TABLE }, trx)
    .join({ other: ACCOUNT_MEMBERSHIPS_TABLE }, 'other.contact_id', 'm.contact_id')
    .where({ 'm.account_id': from, 'other.account_id': into })
    .where((either) => {
      void either.where('m.is_primary', true).orWhere('other.is_primary', true);
    })
    .orderBy('m.contact_id')
    .pluck('m.contact_id');
  for (const ids of inBatches(found.map(Number), ROWS_PER_BATCH)) {
    await lockContacts(strapi, trx, ids);
  }
};

interface Pair {
  stays: MembershipRow;
  goes: MembershipRow;
}

/** For each partner that both sides have. */
const pairsOf = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  { column, into, rows }: Pick<Handover, 'column' | 'into'> & { rows: MembershipRow[] }
): Promise<Pair[]> => {
  const partner = column === 'contact_id' ? 'account_id' : 'contact_id';
  const there = (await inTable(strapi, ACCOUNT_MEMBERSHIPS_TABLE, trx)
    .where(column, into)
    .whereIn(
      partner,
      rows.map((row) => row[partner])
    )
    .forUpdate()) as unknown as MembershipRow[];
  const byPartner = new Map(there.map((row) => [row[partner], row]));
  return rows.flatMap((row) => {
    const other = byPartner.get(row[partner]);
    if (!other) return [];
    return [isBetter(row, other) ? { stays: row, goes: other } : { stays: other, goes: row }];
  });
};

const isBetter = (candidate: MembershipRow, there: MembershipRow): boolean => {
  const current = isCurrent(candidate);
  if (current !== isCurrent(there)) return current;
  return candidate.role_id !== null && there.role_id === null;
};

const idsOf = (rows: MembershipRow[]): number[] => rows.map(({ id }) => id);

/** The one that was there longest. */
const keepOnePrimary = async (strapi: Core.Strapi, trx: Knex.Transaction, contactId: number) => {
  const [, ...others] = (await inTable(strapi, ACCOUNT_MEMBERSHIPS_TABLE, trx)
    .where({ contact_id: contactId, is_primary: true })
    .orderBy('id')
    .pluck('id')) as number[];
  if (others.length === 0) return;
  await inTable(strapi, ACCOUNT_MEMBERSHIPS_TABLE, trx)
    .whereIn('id', others)
    .update({ is_primary: false });
};
