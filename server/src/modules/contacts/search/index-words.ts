/** Brings the search words and sort keys of contacts up to date, a batch at a time. */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { inBatches } from '../../../platform/batches';
import { definitionsInUse } from '../../../platform/fields/definitions';
import { searchedTexts } from '../../../platform/fields/searched-texts';
import { readStored } from '../../../platform/fields/stored-values';
import { foldText } from '../../../platform/fold-text';
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
/** SQLite takes 500 rows in one insert. */
const ROWS_PER_INSERT = 500;
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

/** For contacts that have no rows yet. */
export const insertIndex = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  contacts: IndexedContact[]
): Promise<void> => {
  const words = contacts.flatMap((contact) =>
    wordsOf(contact).map((word) => ({ contact_id: contact.id, word }))
  );
  const keys = contacts.map(sortKeysOf).filter(({ name, company }) => name ?? company);
  for (const rows of inBatches(words, ROWS_PER_INSERT)) {
    await inTable(strapi, CONTACT_WORDS_TABLE, trx).insert(rows);
  }
  for (const rows of inBatches(keys, ROWS_PER_INSERT)) {
    await inTable(strapi, CONTACT_SORT_KEYS_TABLE, trx).insert(rows);
  }
};

const sortKeysOf = (contact: IndexedContact) => ({
  contact_id: contact.id,
  name: keyOf(fullNameOf(contact) || contact.email),
  company: keyOf(contact.companyName),
});

const keyOf = (text: string | null): string | null =>
  text?.trim() ? foldText(text).trim().slice(0, MAX_KEY_LENGTH) : null;
