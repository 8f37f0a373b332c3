/**
 * What a rebuild works with. Who has to enter and who to leave is written down in one statement; then
 * members are brought in line with that, a range of contacts at a time. Who is asked again meanwhile, because
 * something about them changed, is written down as touched in the transaction that asked: the range
 * that comes later leaves them alone. Both hold the group's row, so one comes after the other.
 */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { dialectOf } from '../../../platform/sql/dialect';
import { insertSelect } from '../../../platform/sql/insert-select';
import { aliased, inTable } from '../../../platform/sql/table';
import { CONTACTS_TABLE } from '../../contacts';
import { GROUP_MEMBERS_TABLE } from '../contract';
import { MOVES_TABLE, TOUCHED_TABLE } from '../own-tables';
import { readUpkeep } from './upkeep-row';

/** While a rebuild is on. The group is locked. */
export const touch = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  groupId: number,
  contactIds: number[]
): Promise<void> => {
  const upkeep = await readUpkeep(strapi, groupId, trx);
  if (!upkeep || upkeep.rebuild_token === null) return;
  const contacts: Knex.QueryBuilder = aliased(strapi, { c: CONTACTS_TABLE })
    .whereIn('c.id', contactIds)
    .select(strapi.db.connection.raw('?', [groupId]), 'c.id');
  await insertSelect(strapi, trx, {
    table: TOUCHED_TABLE,
    columns: ['group_id', 'contact_id'],
    rows: contacts,
    conflict: { unique: ['group_id', 'contact_id'], change: {} },
  });
};

export const clearRebuild = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  groupId: number
): Promise<void> => {
  for (const table of [MOVES_TABLE, TOUCHED_TABLE]) {
    await inTable(strapi, table, trx).where('group_id', groupId).delete();
  }
};

/**
 * Writes down where the members by condition differ from whom `matching` finds, unless `counts` says in
 * the end that this does not count any more. On MariaDB without holding what it reads, which visits
 * write to meanwhile.
 */
export const writeMoves = async (
  strapi: Core.Strapi,
  groupId: number,
  matching: Knex.QueryBuilder,
  counts: (trx: Knex.Transaction) => Promise<boolean>
): Promise<boolean> => {
  const { connection } = strapi.db;
  const schema = strapi.db.getSchemaName();
  const table = schema ? `${schema}.${MOVES_TABLE}` : MOVES_TABLE;
  const members = aliased(strapi, { x: GROUP_MEMBERS_TABLE })
    .where({ 'x.group_id': groupId, 'x.by_condition': true })
    .select('x.contact_id', connection.raw('0'), connection.raw('1'));
  const both = connection
    .from(matching.as('matching'))
    .select(connection.raw('matching.id as contact_id, 1 as matched, 0 as held'))
    .unionAll(members);
  const { sql, bindings } = connection
    .from(both.as('b'))
    .groupBy('b.contact_id')
    .havingRaw('max(b.matched) <> max(b.held)')
    .select(connection.raw('?, b.contact_id, max(b.matched) = 1', [groupId]))
    .toSQL();
  const options =
    dialectOf(strapi) === 'mysql' ? { isolationLevel: 'read committed' as const } : {};
  // What is rolled back is answered with nothing.
  const kept = (await connection.transaction(async (trx) => {
    await trx.raw(`insert into ?? (group_id, contact_id, entering) ${sql}`, [
      table,
      ...(bindings as Knex.RawBinding[]),
    ]);
    const isKept = await counts(trx);
    if (!isKept) await trx.rollback();
    return isKept;
  }, options)) as boolean | undefined;
  // Its planner takes a table that was empty a moment ago for one that is, and joins row by row.
  if (kept && dialectOf(strapi) === 'postgres') await connection.raw('analyze ??', [table]);
  return kept === true;
};
