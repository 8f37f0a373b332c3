/**
 * Brings the awards of a range of contacts in line with what rules give them: one difference, in two
 * statements.
 */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { insertSelect, keepingRows } from '../../../platform/sql/insert-select';
import { aliased, inTable } from '../../../platform/sql/table';
import { CONTACTS_TABLE } from '../../contacts';
import { AWARDS_TABLE, SCORES_TABLE } from '../contract';
import type { LiveRule } from '../live-rules';
import { narrow } from '../scope';
import { AWARDS_KEY } from '../tables';
import { AWARD_COLUMNS, deservedBy, ofRules, type Deserving } from './deserved';

const SAME_KEY = AWARDS_KEY.columns.map((column) => `d.${column} = x.${column}`).join(' and ');

export interface Difference extends Deserving {
  /** Awards of any other rule are taken as well, except of these. */
  others: 'kept' | { takenExcept: LiveRule[] };
  /** Nobody else is thought to give the same awards at this moment: one who does makes it fail. */
  isAlone?: boolean;
}

export const settleRange = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  difference: Difference
): Promise<void> => {
  await takeUndeserved(strapi, trx, difference);
  await giveMissing(strapi, trx, difference);
};

const takeUndeserved = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  difference: Difference
): Promise<void> => {
  const { scope, rules, others } = difference;
  const looked = others === 'kept' ? rules : others.takenExcept;
  if (others === 'kept' && looked.length === 0) return;
  const present = narrow(
    strapi,
    aliased(strapi, { x: AWARDS_TABLE }) as Knex.QueryBuilder,
    'x.contact_id',
    scope
  ).select('x.id');
  void present.where((query) => {
    if (others === 'kept') ofRules(query, looked);
    else if (looked.length > 0) void query.whereNot((kept) => ofRules(kept, looked));
  });
  const deserved = deservedBy(strapi, difference);
  if (deserved) {
    void present
      .joinRaw(`left join ? on ${SAME_KEY}`, [deserved.as('d')])
      .whereNull('d.contact_id');
  }
  // MariaDB does not write what it reads from.
  const gone = strapi.db.connection.from(present.as('gone')).select('gone.id');
  await inTable(strapi, AWARDS_TABLE, trx).whereIn('id', gone).delete();
};

/**
 * Who gets something is not erased until the transaction ends: it would stay for nobody. A score may have
 * been deleted since its rules were read.
 */
const giveMissing = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  difference: Difference
): Promise<void> => {
  const deserved = deservedBy(strapi, difference);
  if (!deserved) return;
  const rows = strapi.db.connection
    .from(deserved.as('d'))
    .joinRaw(`join ?? c on c.id = d.contact_id left join ?? x on ${SAME_KEY}`, [
      CONTACTS_TABLE,
      AWARDS_TABLE,
    ])
    .whereNull('x.id')
    .whereIn('d.score_id', aliased(strapi, { s: SCORES_TABLE }).select('s.id'))
    .select(AWARD_COLUMNS.map((column) => `d.${column}`));
  await insertSelect(strapi, trx, {
    table: AWARDS_TABLE,
    columns: AWARD_COLUMNS,
    rows: keepingRows(strapi, rows, 'c'),
    // PostgreSQL takes twice as long where rows may run into others.
    conflict: difference.isAlone ? undefined : { unique: AWARDS_KEY.columns, change: {} },
  });
};
