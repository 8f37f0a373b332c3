/**
 * What finds and orders contacts. Beside the contacts' own table and not in it: a visit rewrites the
 * contact's row, and on PostgreSQL each index of that table is written with it. Anonymous contacts,
 * nearly all of a busy site's, have no rows here.
 */
import type { InternalModel } from '../../../platform/models';
import type { ExactText } from '../../../platform/sql/exact-text';

export const CONTACT_WORDS_TABLE = 'cm_contact_words' as const;
export const CONTACT_SORT_KEYS_TABLE = 'cm_contact_sort_keys' as const;

export const contactWords: InternalModel = {
  name: 'contact-word',
  tableName: CONTACT_WORDS_TABLE,
  attributes: { contactId: { type: 'integer' }, word: { type: 'string' } },
  indexes: [
    { name: 'cm_contact_words_word', columns: ['word', 'contact_id'] },
    { name: 'cm_contact_words_contact', columns: ['contact_id', 'word'], type: 'unique' },
  ],
};

export const contactSortKeys: InternalModel = {
  name: 'contact-sort-key',
  tableName: CONTACT_SORT_KEYS_TABLE,
  attributes: {
    contactId: { type: 'integer' },
    name: { type: 'string' },
    company: { type: 'string' },
  },
  indexes: [
    { name: 'cm_contact_sort_keys_contact', columns: ['contact_id'], type: 'unique' },
    { name: 'cm_contact_sort_keys_name', columns: ['name', 'contact_id'] },
    { name: 'cm_contact_sort_keys_company', columns: ['company', 'contact_id'] },
  ],
};

export const exactSearchText: ExactText = {
  [CONTACT_WORDS_TABLE]: ['word'],
  [CONTACT_SORT_KEYS_TABLE]: ['name', 'company'],
};
