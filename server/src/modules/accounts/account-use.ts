/** What keeps an account from being deleted unasked: people who belong to it, and its subsidiaries. */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { ConflictError } from '../../platform/conflict-error';
import { countOf } from '../../platform/sql/counting';
import { inTable } from '../../platform/sql/table';
import type { AccountRow } from './account-row';
import { ACCOUNT_MEMBERSHIPS_TABLE, ACCOUNTS_TABLE } from './contract';

/** Throws a ConflictError with the numbers in use. */
export const refuseWhileUsed = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  { id, name }: AccountRow
): Promise<void> => {
  const memberships = await countOf(
    inTable(strapi, ACCOUNT_MEMBERSHIPS_TABLE, trx).where('account_id', id)
  );
  const subsidiaries = await countOf(inTable(strapi, ACCOUNTS_TABLE, trx).where('parent_id', id));
  const inUse = memberships + subsidiaries;
  if (inUse === 0) return;
  const uses = [
    counted(memberships, 'membership', 'memberships'),
    counted(subsidiaries, 'subsidiary', 'subsidiaries'),
  ].filter(Boolean);
  throw new ConflictError(
    `The account "${name}" has ${uses.join(' and ')}. Move them to another account first, or delete it with what it has`,
    { inUse, memberships, subsidiaries }
  );
};

const counted = (count: number, one: string, many: string): string =>
  count === 0 ? '' : `${count} ${count === 1 ? one : many}`;
