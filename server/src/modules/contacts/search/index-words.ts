/** Brings the search words and sort keys of contacts up to date, a batch at a time. */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { inBatches } from '../../../platform/batches';
import { definitionsInUse } from '../../../platform/fields/definitions';
import { searchedTexts } from '../../../platform/fields/searched-texts';
import { readStored } from '../../../platform/fields/stored-values';
import { foldText } from '../../../platform/fold-text';
import { bulkSql } from '../../../platform/sql/bulk';
import type { TableShape } from '../../../platform/sql/bulk-sql';
import { inTable } from '../../../platform/sql/table';
import { CONTACTS_TABLE } from '../contract';
import { fullNameOf } from '../display-name';
import { wordsOf, type Searchable } from './search-words';
import { CONTACT_SORT_KEYS_TABLE, CONTACT_WORDS_TABLE } from './tables';

/** Attributes that a change of which calls for this. */
export const INDEXED_FIELDS: ReadonlySet<string> = new Set([
  'email',
  'firstName',
  'middleName',
  'lastName',
  'companyName',
  'customFields',
]);

const CONTACTS_PER_BATCH = 500;
const MAX_KEY_LENGTH = 120;

type IndexedContact = Searchable & { id: number };
type StoredContact = IndexedContact & { customFields: unknown };

export const indexWords = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  contactIds: number[]
): Promise<void> => {
  for (const ids of inBatches(contactIds, CONTACTS_PER_BATCH)) {
    const contacts = await withCustomTexts(strapi, await readContacts(strapi, trx, ids));
    await forgetWords(strapi, trx, ids);
    await insertIndex(strapi, trx, contacts);
  }
};

/** Locked, so that nobody's name is written here who is being erased. */
const readContacts = async (strapi: Core.Strapi, trx: Knex.Transaction, ids: number[]) =>
  (await inTable(strapi, CONTACTS_TABLE, trx).whereIn('id', ids).orderBy('id').forUpdate().select({
    id: 'id',
    firstName: 'first_name',
    middleName: 'middle_name',
    lastName: 'last_name',
    companyName: 'company_name',
    email: 'email',
    customFields: 'custom_fields',
  })) as unknown as StoredContact[];

/** What stands in the settings' fields that hold text is searched for as well. */
const withCustomTexts = async (
  strapi: Core.Strapi,
  contacts: StoredContact[]
): Promise<IndexedContact[]> => {
  if (contacts.every(({ customFields }) => customFields === null)) return contacts;
  const definitions = await definitionsInUse(strapi, 'contact');
  return contacts.map(({ customFields, ...contact }) => ({
    ...contact,
    customTexts: searchedTexts(readStored(customFields), definitions),
  }));
};

export const forgetWords = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  contactIds: number[]
): Promise<void> => {
  for (const table of [CONTACT_WORDS_TABLE, CONTACT_SORT_KEYS_TABLE]) {
    const rows = () => inTable(strapi, table, trx).whereIn('contact_id', contactIds);
    // On MariaDB, deleting what is not there locks the gap, and two new contacts wait for each other.
    if (await rows().first('id')) await rows().delete();
  }
};

interface WordRow {
  contact_id: number;
  word: string;
}

interface SortKeysRow {
  contact_id: number;
  name: string | null;
  company: string | null;
}

const words: TableShape<WordRow> = {
  name: CONTACT_WORDS_TABLE,
  columns: { contact_id: 'bigint', word: 'text' },
};

const sortKeys: TableShape<SortKeysRow> = {
  name: CONTACT_SORT_KEYS_TABLE,
  columns: { contact_id: 'bigint', name: 'text', company: 'text' },
};

/** For contacts that have no rows yet. */
const insertIndex = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  contacts: IndexedContact[]
): Promise<void> => {
  const sql = await bulkSql(strapi, trx);
  await sql.insert(
    words,
    contacts.flatMap((contact) =>
      wordsOf(contact).map((word) => ({ contact_id: contact.id, word }))
    )
  );
  await sql.insert(
    sortKeys,
    contacts.map(sortKeysOf).filter(({ name, company }) => name ?? company)
  );
};

const sortKeysOf = (contact: IndexedContact): SortKeysRow => ({
  contact_id: contact.id,
  name: keyOf(fullNameOf(contact) || contact.email),
  company: keyOf(contact.companyName),
});

const keyOf = (text: string | null): string | null =>
  text?.trim() ? foldText(text).trim().slice(0, MAX_KEY_LENGTH) : null;
