/**
 * Who is a subsidiary of whom. A chain of parents never forms a cycle, also under two writes that
 * together would make one: whoever changes a parent locks the account and then everything above the
 * new parent, row by row. Two such writes then meet at a row that both need. One waits and sees what
 * the other wrote, or both wait in a circle and the database gives one of them up, to be repeated.
 * PostgreSQL takes a second to notice such a circle, so there they queue before the first row.
 */
import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { dialectOf } from '../../platform/sql/dialect';
import { aliased, inTable } from '../../platform/sql/table';
import { ACCOUNTS_TABLE } from './contract';

/** Accounts in a chain of parents, the top one included. */
export const MAX_LEVELS = 50;

/** Before an account is locked whose parent may change. */
export const queueForParents = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction
): Promise<void> => {
  if (dialectOf(strapi) !== 'postgres') return;
  await trx.raw('select pg_advisory_xact_lock(hashtext(?))', [`${ACCOUNTS_TABLE}.parent_id`]);
};

interface Ancestor {
  id: number;
  name: string;
  parent_id: number | null;
}

/** Throws a ValidationError that names the cycle. `account` is null for a new one. */
export const checkParent = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  { account, parentId }: { account: { id: number; name: string } | null; parentId: number }
): Promise<void> => {
  const chain: Ancestor[] = [];
  for (let next: number | null = parentId; next !== null;) {
    const ancestor = await lockAncestor(strapi, trx, next);
    if (!ancestor) break;
    chain.push(ancestor);
    if (ancestor.id === account?.id) throw cycle(chain);
    if (chain.length >= MAX_LEVELS) throw tooDeep();
    next = ancestor.parent_id;
  }
  if (account && chain.length + (await heightOf(strapi, trx, account.id)) > MAX_LEVELS) {
    throw tooDeep();
  }
};

/** A locking read, because MariaDB's plain ones do not see what others have committed meanwhile. */
const lockAncestor = async (strapi: Core.Strapi, trx: Knex.Transaction, id: number) =>
  (await inTable(strapi, ACCOUNTS_TABLE, trx)
    .where('id', id)
    .forUpdate()
    .first('id', 'name', 'parent_id')) as unknown as Ancestor | undefined;

/** `chain` leads up from the new parent to the account itself. */
const cycle = (chain: Ancestor[]): errors.ValidationError => {
  const down = chain.map(({ name }) => name).reverse();
  return new errors.ValidationError(
    `An account cannot be its own subsidiary: ${[...down, down[0]].join(' → ')}`
  );
};

const tooDeep = () =>
  new errors.ValidationError(`Subsidiaries can be at most ${MAX_LEVELS} levels deep`);

const heightOf = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  id: number
): Promise<number> => {
  const [row] = (await subtree(strapi, id).max({ level: 'level' }).transacting(trx)) as {
    level: unknown;
  }[];
  return Number(row?.level ?? 0) + 1;
};

/**
 * Rows of (id, level): the account at level 0, and everything below it. Ends also where something that
 * wrote past the guards has made a cycle, with accounts in it more than once.
 */
export const subtree = (strapi: Core.Strapi, accountId: number): Knex.QueryBuilder => {
  const { connection } = strapi.db;
  return connection
    .withRecursive('tree', ['id', 'level'], (query) => {
      const root = aliased(strapi, { a: ACCOUNTS_TABLE })
        .where('a.id', accountId)
        .select('a.id', connection.raw('0'));
      const below = aliased(strapi, { a: ACCOUNTS_TABLE })
        .joinRaw('join tree on tree.id = a.parent_id')
        .where('tree.level', '<', MAX_LEVELS)
        .select('a.id', connection.raw('tree.level + 1'));
      void query.unionAll([root, below]);
    })
    .from('tree');
};

/** The account's own number and those of everything below it. */
export const subtreeIds = async (
  strapi: Core.Strapi,
  accountId: number,
  trx?: Knex.Transaction
): Promise<number[]> => {
  const query = subtree(strapi, accountId).distinct('id');
  const rows = (await (trx ? query.transacting(trx) : query)) as { id: number }[];
  return rows.map(({ id }) => id);
};

/** From the account's parent up to the top. */
export const ancestorIds = async (strapi: Core.Strapi, accountId: number): Promise<number[]> => {
  const { connection } = strapi.db;
  const query = connection
    .withRecursive('chain', ['id', 'parent_id', 'level'], (chain) => {
      const self = aliased(strapi, { a: ACCOUNTS_TABLE })
        .where('a.id', accountId)
        .select('a.id', 'a.parent_id', connection.raw('0'));
      const above = aliased(strapi, { a: ACCOUNTS_TABLE })
        .joinRaw('join chain on chain.parent_id = a.id')
        .where('chain.level', '<', MAX_LEVELS)
        .select('a.id', 'a.parent_id', connection.raw('chain.level + 1'));
      void chain.unionAll([self, above]);
    })
    .from('chain')
    .where('level', '>', 0)
    .orderBy('level')
    .select('id');
  const rows = (await query) as { id: number }[];
  return [...new Set(rows.map(({ id }) => id))];
};
