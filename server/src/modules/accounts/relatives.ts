/** Who is affected by what others in their accounts do. */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { inBatches } from '../../platform/batches';
import type { Relatives } from '../../platform/recalculation/contract';
import { aliased } from '../../platform/sql/table';
import { ACCOUNT_MEMBERSHIPS_TABLE, ACCOUNTS_TABLE } from './contract';
import { MAX_LEVELS } from './hierarchy';
import { CURRENT, today } from './membership-dates';

const IDS_PER_QUERY = 1_000;

/** Current members of the accounts, of what is above them and of what is below; more rather than fewer. */
export const relatives: Relatives = async (strapi, { contactIds, accountIds }) => {
  const accounts = new Set(accountIds);
  for (const ids of inBatches(contactIds, IDS_PER_QUERY)) {
    const found: unknown[] = await aliased(strapi, { m: ACCOUNT_MEMBERSHIPS_TABLE })
      .whereIn('m.contact_id', ids)
      .distinct()
      .pluck('m.account_id');
    for (const id of found) accounts.add(Number(id));
  }
  const people = new Set<number>();
  for (const ids of inBatches([...accounts], IDS_PER_QUERY)) {
    for (const direction of ['above', 'below'] as const) {
      const found: unknown[] = await aliased(strapi, { m: ACCOUNT_MEMBERSHIPS_TABLE })
        .whereIn('m.account_id', related(strapi, ids, direction))
        .whereRaw(CURRENT, [today()])
        .distinct()
        .pluck('m.contact_id');
      for (const id of found) people.add(Number(id));
    }
  }
  return [...people];
};

/** The accounts themselves among them. */
const related = (
  strapi: Core.Strapi,
  accountIds: number[],
  direction: 'above' | 'below'
): Knex.QueryBuilder => {
  const { connection } = strapi.db;
  const [next, known] = direction === 'above' ? ['id', 'parent_id'] : ['parent_id', 'id'];
  return connection
    .withRecursive('related', ['id', 'parent_id', 'level'], (query) => {
      const start = aliased(strapi, { a: ACCOUNTS_TABLE })
        .whereIn('a.id', accountIds)
        .select('a.id', 'a.parent_id', connection.raw('0'));
      const further = aliased(strapi, { a: ACCOUNTS_TABLE })
        .joinRaw('join related on ?? = ??', [`a.${next}`, `related.${known}`])
        .where('related.level', '<', MAX_LEVELS)
        .select('a.id', 'a.parent_id', connection.raw('related.level + 1'));
      void query.unionAll([start, further]);
    })
    .from('related')
    .select('related.id');
};
