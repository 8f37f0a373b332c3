/**
 * `strapi import` and `transfer` replace the contacts and number them anew; our own tables keep the old
 * numbers. At boot a sample of the anchors (who had which number) is held against the contacts, and if
 * any is wrong, every own table is moved to the new numbers, one statement a table. Rows of contacts
 * that the import did not bring lose their contact, so that no stranger inherits them. Content types
 * come with the import, which points their relations at the new numbers itself.
 */
import type { Core } from '@strapi/strapi';
import { contactDataOwners } from '../../platform/contact-data';
import { dialectOf, type Dialect } from '../../platform/sql/dialect';
import { ANCHORS_TABLE } from './tables';
import { TOTALS_TABLE } from './totals/tables';

const SAMPLE = 25;

/** Answers with the number of tables that were moved. */
export const reconnectContacts = async (strapi: Core.Strapi): Promise<number> => {
  if (!(await numbersChanged(strapi))) return 0;
  // The anchors say what moves where, so they move last; totals are counted anew.
  const apart = new Set<string>([ANCHORS_TABLE, TOTALS_TABLE]);
  const imported = new Set<unknown>(
    Object.values(strapi.contentTypes as object).map((type: object) =>
      'collectionName' in type ? type.collectionName : undefined
    )
  );
  const tables = contactDataOwners(strapi)
    .flatMap(({ data }) => Object.entries(data.tables))
    .filter(([table]) => !apart.has(table) && !imported.has(table));
  await strapi.db.connection.transaction(async (trx) => {
    for (const [table, column] of tables) {
      await trx.raw(moves[dialectOf(strapi)](table, column));
    }
    await trx.raw(
      `delete from ${ANCHORS_TABLE} where document_id not in (select document_id from cm_contacts where document_id is not null)`
    );
    await trx.raw(
      `update ${ANCHORS_TABLE} set contact_id = (select min(c.id) from cm_contacts c where c.document_id = ${ANCHORS_TABLE}.document_id)`
    );
  });
  strapi.log.info(
    `contact-management: the contacts were numbered anew (an import?); reconnected ${tables.length} tables`
  );
  return tables.length;
};

const numbersChanged = async (strapi: Core.Strapi): Promise<boolean> => {
  const { connection } = strapi.db;
  const mismatches = (order: 'asc' | 'desc') =>
    connection
      .from(connection(ANCHORS_TABLE).orderBy('contact_id', order).limit(SAMPLE).as('a'))
      .leftJoin('cm_contacts as c', 'c.document_id', 'a.document_id')
      .where((wrong) => {
        void wrong.whereNull('c.id').orWhereRaw('c.id <> a.contact_id');
      })
      .first('a.contact_id');
  return Boolean((await mismatches('asc')) ?? (await mismatches('desc')));
};

const moved = `select a.contact_id as old_id, min(c.id) as new_id from ${ANCHORS_TABLE} a
  left join cm_contacts c on c.document_id = a.document_id group by a.contact_id
  having min(c.id) is null or min(c.id) <> a.contact_id`;

const updateFrom = (table: string, column: string) =>
  `update ${table} set ${column} = m.new_id from (${moved}) m where ${table}.${column} = m.old_id`;

const moves: Record<Dialect, (table: string, column: string) => string> = {
  postgres: updateFrom,
  sqlite: updateFrom,
  mysql: (table, column) =>
    `update ${table} t join (${moved}) m on t.${column} = m.old_id set t.${column} = m.new_id`,
};
