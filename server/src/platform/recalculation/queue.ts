/** Says in a transaction whom its writes are about, for what is worked out again after its commit. */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { inBatches } from '../batches';
import { now } from '../clock';
import { PLUGIN_ID } from '../plugin';
import type { BulkSql } from '../sql/bulk-sql';
import { dialectOf } from '../sql/dialect';
import { inTable } from '../sql/table';
import { encodeChanges } from './changes';
import type { Changes } from './contract';
import { QUEUE_TABLE, queueShape, type QueueRow } from './tables';

/** Groups by condition and scores are part of the EMS edition: elsewhere nothing waits for changes. */
const isWanted = (strapi: Core.Strapi): boolean =>
  strapi.config.get(`plugin::${PLUGIN_ID}.edition`) === 'ems';

const ROWS_PER_INSERT = 500;

export const queueChanges = (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  changed: Iterable<readonly [contactId: number, changes: Changes]>
): Promise<void> =>
  insert(
    strapi,
    trx,
    [...changed].map(([contact_id, changes]) => toRow({ contact_id }, changes))
  );

/** All of them changed alike. */
export const queueContacts = (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  contactIds: Iterable<number>,
  changes: Changes
): Promise<void> =>
  queueChanges(
    strapi,
    trx,
    [...new Set(contactIds)].map((id) => [id, changes] as const)
  );

/** Everybody in these accounts, and above and below them. */
export const queueAccounts = (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  accountIds: Iterable<number>,
  changes: Pick<Changes, 'account' | 'people'>
): Promise<void> =>
  insert(
    strapi,
    trx,
    [...new Set(accountIds)].map((account_id) => toRow({ account_id }, changes))
  );

/** On the hot path. */
export const queueBulk = async (
  strapi: Core.Strapi,
  sql: BulkSql,
  changed: Iterable<readonly [contactId: number, changes: Changes]>
): Promise<void> => {
  if (!isWanted(strapi)) return;
  const rows = [...changed].map(([contact_id, changes]) => toRow({ contact_id }, changes));
  if (rows.length > 0) await sql.insert(queueShape, rows);
};

/**
 * Contacts that a query names `id`: in one statement, for many. On MariaDB that would lock all that the
 * query reads, which others write to.
 */
export const queueFound = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  found: Knex.QueryBuilder,
  changes: Changes
): Promise<void> => {
  if (!isWanted(strapi)) return;
  if (dialectOf(strapi) === 'mysql') {
    const rows = (await found.transacting(trx)) as { id: number }[];
    return queueContacts(
      strapi,
      trx,
      rows.map(({ id }) => id),
      changes
    );
  }
  const { sql, bindings } = strapi.db.connection
    .from(found.as('found'))
    .select(
      'found.id',
      strapi.db.connection.raw('?', [encodeChanges(changes)]),
      strapi.db.connection.raw('?', [now()])
    )
    .toSQL();
  const schema = strapi.db.getSchemaName();
  await trx.raw(`insert into ?? (contact_id, changes, added_at) ${sql}`, [
    schema ? `${schema}.${QUEUE_TABLE}` : QUEUE_TABLE,
    ...(bindings as Knex.RawBinding[]),
  ]);
};

/** Found first and deleted by number: a search by contact would lock the whole queue on MariaDB. */
export const forgetChanges = async (
  strapi: Core.Strapi,
  contactIds: number[],
  trx?: Knex.Transaction
): Promise<void> => {
  const waiting = () => inTable(strapi, QUEUE_TABLE, trx);
  const ids = (await waiting().whereIn('contact_id', contactIds).pluck('id')) as unknown[];
  if (ids.length > 0)
    await waiting()
      .whereIn('id', ids as number[])
      .delete();
};

const toRow = (
  about: Partial<Pick<QueueRow, 'contact_id' | 'account_id'>>,
  changes: Changes
): QueueRow => ({
  contact_id: null,
  account_id: null,
  ...about,
  changes: encodeChanges(changes),
  added_at: now(),
});

const insert = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  rows: QueueRow[]
): Promise<void> => {
  if (!isWanted(strapi)) return;
  const telling = rows.filter(({ changes }) => changes !== '');
  for (const some of inBatches(telling, ROWS_PER_INSERT)) {
    await inTable(strapi, QUEUE_TABLE, trx).insert(some.map((row) => ({ ...row })));
  }
};
