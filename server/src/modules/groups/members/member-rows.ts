/** Statements over the rows of one group. */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { now } from '../../../platform/clock';
import { insertSelect, keepingRows } from '../../../platform/sql/insert-select';
import { aliased, inTable } from '../../../platform/sql/table';
import { ACCOUNT_MEMBERSHIPS_TABLE, CURRENT, today } from '../../accounts';
import { CONTACTS_TABLE } from '../../contacts';
import { GROUP_ACCOUNTS_TABLE, GROUP_MEMBERS_TABLE } from '../contract';

type Query = Knex.QueryBuilder;

const WAYS = ['by_condition', 'by_account', 'by_hand'] as const;
export type Way = (typeof WAYS)[number];
export type Change = Partial<Record<Way | 'excluded', boolean>>;

/** Contacts named one by one, or everybody in the group. */
export type Some = number[] | 'all';

const NOTHING = { by_condition: false, by_account: false, by_hand: false, excluded: false };

/** The group's rows as `x`, of these contacts. */
export const rowsOf = (
  strapi: Core.Strapi,
  groupId: number,
  some: Some,
  trx?: Knex.Transaction
): Query => {
  const rows: Query = aliased(strapi, { x: GROUP_MEMBERS_TABLE }, trx).where('x.group_id', groupId);
  return some === 'all' ? rows : rows.whereIn('x.contact_id', some);
};

/** Of these contacts, or of all contacts, those whom an account in the group makes members. */
export const contactsByAccount = (strapi: Core.Strapi, groupId: number, some: Some): Query => {
  const contacts: Query = aliased(strapi, { ga: GROUP_ACCOUNTS_TABLE })
    .join({ m: ACCOUNT_MEMBERSHIPS_TABLE }, 'm.account_id', 'ga.account_id')
    .where('ga.group_id', groupId)
    .whereNotNull('m.contact_id')
    .whereRaw(CURRENT, [today()])
    .select('m.contact_id');
  return some === 'all' ? contacts : contacts.whereIn('m.contact_id', some);
};

/** The ids among `contacts` that have no row in the group. */
export const withoutRow = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  groupId: number,
  contacts: Wrapped
): Promise<number[]> => {
  const ids: unknown[] = await aliased(strapi, { c: CONTACTS_TABLE }, trx)
    .whereIn('c.id', contacts.ids)
    .whereNotExists(
      aliased(strapi, { x: GROUP_MEMBERS_TABLE })
        .where('x.group_id', groupId)
        .whereRaw('x.contact_id = c.id')
        .select('x.id')
    )
    .pluck('c.id');
  return ids.map(Number);
};

/** A query is a promise too, and would run where one is awaited. */
export interface Wrapped {
  ids: number[] | Query;
}

/** Gives contacts a row in the group, or changes the one they have. Contacts that are gone get none. */
export const putRows = (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  { groupId, ids, change }: { groupId: number; change: Change } & Wrapped
): Promise<void> => {
  const row = { ...NOTHING, ...change, since: new Date(now()) };
  const bound = (value: Knex.Value) => strapi.db.connection.raw('?', [value]);
  const contacts: Query = aliased(strapi, { c: CONTACTS_TABLE })
    .whereIn('c.id', ids)
    .select(bound(groupId), 'c.id', ...Object.values(row).map(bound));
  return insertSelect(strapi, trx, {
    table: GROUP_MEMBERS_TABLE,
    columns: ['group_id', 'contact_id', ...Object.keys(row)],
    rows: keepingRows(strapi, contacts, 'c'),
    conflict: { unique: ['group_id', 'contact_id'], change },
  });
};

/**
 * Takes one way away from rows as `x` that `rows` finds; those that had no other one go, unless they
 * say that the contact is excluded. Answers with the contacts that are no longer members.
 */
export const takeWay = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  way: Way,
  rows: () => Query
): Promise<number[]> => {
  const held = () => rows().where(`x.${way}`, true);
  const others = WAYS.filter((other) => other !== way);
  const alone = () => {
    const query = held().where('x.excluded', false);
    for (const other of others) void query.where(`x.${other}`, false);
    return query;
  };
  const gone: unknown[] = await alone().clone().transacting(trx).pluck('x.contact_id');
  await change(strapi, trx, alone(), (found) => found.delete());
  await change(strapi, trx, held(), (found) => found.update({ [way]: false }));
  return gone.map(Number);
};

/** Rows found under an alias, written by number: MariaDB does not write what it reads from. */
const change = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  rows: Query,
  write: (found: Query) => Query
): Promise<void> => {
  const found = strapi.db.connection.from(rows.select('x.id').as('found')).select('found.id');
  await write(inTable(strapi, GROUP_MEMBERS_TABLE, trx).whereIn('id', found));
};
