/**
 * Brings the awards of some contacts, named one by one, in line with what rules give them. What they
 * deserve and what they have are read each by itself and compared here: where activities have just
 * arrived, a database that has not counted them yet would join the two row by row.
 */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { inBatches } from '../../../platform/batches';
import { among } from '../../../platform/sql/among';
import { dialectOf } from '../../../platform/sql/dialect';
import { keepingRows } from '../../../platform/sql/insert-select';
import { aliased, inTable } from '../../../platform/sql/table';
import { CONTACTS_TABLE } from '../../contacts';
import { AWARDS_TABLE, SCORES_TABLE } from '../contract';
import { AWARDS_KEY } from '../tables';
import { deservedBy, ofRules, type Deserving } from './deserved';

/** Numbers, which PostgreSQL gives as text where they are large. */
type Row = Record<string, number | string | null>;

const keyOf = (row: Row): string => AWARDS_KEY.columns.map((column) => row[column]).join(':');

const ROWS_PER_STATEMENT = 500;

type Named = Omit<Deserving, 'scope'> & { scope: { ids: number[] } };

/** What the rules give is given, and what they do not give is taken. */
export const settleNamed = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  named: Named
): Promise<void> => {
  // First what is there: what another server gives in between is not taken for undeserved.
  const present = await readPresent(strapi, trx, named);
  const deserved = (await deservedBy(strapi, named)?.transacting(trx)) as Row[] | undefined;
  if (!deserved) return;
  const deservedKeys = new Set(deserved.map(keyOf));
  const presentKeys = new Set(present.map(keyOf));
  await take(
    strapi,
    trx,
    present.filter((row) => !deservedKeys.has(keyOf(row)))
  );
  await give(
    strapi,
    trx,
    deserved.filter((row) => !presentKeys.has(keyOf(row)))
  );
};

const readPresent = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  { rules, scope }: Named
): Promise<Row[]> => {
  const awards: Knex.QueryBuilder = aliased(strapi, { x: AWARDS_TABLE }, trx);
  return among(dialectOf(strapi), awards, 'x.contact_id', scope.ids)
    .where((query) => {
      ofRules(query, rules);
    })
    .select('x.id', ...AWARDS_KEY.columns.map((column) => `x.${column}`));
};

const take = async (strapi: Core.Strapi, trx: Knex.Transaction, rows: Row[]): Promise<void> => {
  for (const some of inBatches(rows, ROWS_PER_STATEMENT)) {
    const ids = some.map(({ id }) => Number(id));
    await inTable(strapi, AWARDS_TABLE, trx).whereIn('id', ids).delete();
  }
};

/**
 * Who gets something is not erased until the transaction ends: it would stay for nobody. A score may have
 * been deleted since its rules were read, and another server may give the same.
 */
const give = async (strapi: Core.Strapi, trx: Knex.Transaction, rows: Row[]): Promise<void> => {
  if (rows.length === 0) return;
  const contacts = await held(strapi, trx, [
    ...new Set(rows.map(({ contact_id }) => Number(contact_id))),
  ]);
  const scores = new Set((await inTable(strapi, SCORES_TABLE, trx).pluck('id')) as unknown[]);
  const there = rows.filter(
    ({ contact_id, score_id }) => contacts.has(Number(contact_id)) && scores.has(Number(score_id))
  );
  for (const some of inBatches(there, ROWS_PER_STATEMENT)) {
    await inTable(strapi, AWARDS_TABLE, trx).insert(some).onConflict(AWARDS_KEY.columns).ignore();
  }
};

/** Those that are still there. */
const held = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  ids: number[]
): Promise<Set<number>> => {
  const contacts: Knex.QueryBuilder = aliased(strapi, { c: CONTACTS_TABLE }, trx);
  const found = among(dialectOf(strapi), contacts, 'c.id', ids).orderBy('c.id').select('c.id');
  const rows = (await keepingRows(strapi, found, 'c')) as { id: number }[];
  return new Set(rows.map(({ id }) => id));
};
