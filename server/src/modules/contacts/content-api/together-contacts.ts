/** The contacts that the rows of an upsert may mean, read and locked at once. */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { findRows } from '../../../platform/find-rows';
import { inTable } from '../../../platform/sql/table';
import type { ContactRow } from '../contact-row';
import { CONTACT_UID, CONTACTS_TABLE } from '../contract';
import type { ContactData, StoredContact } from '../normalize-contact';
import type { Match, Upsert } from './parse-upserts';
import type { Candidate } from './together-plan';

export interface MeantContact {
  row: ContactRow;
  /** As the document service would answer with it. */
  entry: ContactData & StoredContact;
  /** Whether it is what the row is matched by that found it. */
  isBy(item: Upsert): boolean;
}

const COLUMNS: Record<Match, string> = {
  email: 'email',
  externalId: 'external_id',
  documentId: 'document_id',
};
const MATCHES = Object.keys(COLUMNS) as Match[];

export const readTogether = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  candidates: Candidate[]
) => {
  const table = () => inTable(strapi, CONTACTS_TABLE, trx);
  const ids = new Set<number>();
  for (const match of MATCHES) {
    const keys = candidates.flatMap(({ keys: given }) => given[match] ?? []);
    if (keys.length === 0) continue;
    const found = (await table().whereIn(COLUMNS[match], keys).pluck('id')) as number[];
    for (const id of found) ids.add(id);
  }
  const rows = await rowsOfIds(() => table().orderBy('id').forUpdate(), [...ids]);
  const entries = await readEntries(strapi, [...rows.keys()]);
  const byKey = new Map<string, ContactRow>();
  for (const row of rows.values()) {
    for (const match of MATCHES) byKey.set(`${match}:${String(row[COLUMNS[match]])}`, row);
  }
  return {
    /** None, one, or several that would have to be one. */
    meantBy: (keys: Candidate['keys']): MeantContact[] => {
      const meant = new Map<number, MeantContact>();
      for (const [match, key] of Object.entries(keys)) {
        const row = byKey.get(`${match}:${key}`);
        const entry = row && entries.get(row.id);
        if (!row || !entry) continue;
        const isBy = (item: Upsert) => row[COLUMNS[item.match]] === keys[item.match];
        meant.set(row.id, { row, entry, isBy });
      }
      return [...meant.values()];
    },
  };
};

export const rowsOfIds = async (
  table: () => Knex.QueryBuilder,
  ids: number[]
): Promise<Map<number, ContactRow>> => {
  if (ids.length === 0) return new Map();
  const rows = (await table().whereIn('id', ids).select('*')) as unknown as ContactRow[];
  return new Map(rows.map((row) => [row.id, row]));
};

/** Without what they point at: such rows are not upserted together. */
const readEntries = async (strapi: Core.Strapi, ids: number[]) => {
  if (ids.length === 0) return new Map<number, ContactData & StoredContact>();
  const entries = await findRows<ContactData & StoredContact & { id: number }>(
    strapi,
    CONTACT_UID,
    { where: { id: { $in: ids } } }
  );
  return new Map(entries.map((entry) => [entry.id, entry]));
};
