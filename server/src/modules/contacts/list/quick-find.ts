/**
 * Contacts by what somebody types into the command bar: a few, at once. The word that fewest contacts
 * have is looked up; of those a bounded number is checked for the other words, so that no search takes
 * long, and one for several very common words may miss somebody whom the list would find.
 */
import { validateYupSchemaSync, yup } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import { readRows } from '../contact-views';
import type { FoundContact } from '../contract';
import { queryWords } from '../search/search-words';
import { countUpTo } from '../../../platform/sql/counting';
import { wordRows } from './filter-conditions';

const MOST_FOUND = 8;
const MOST_CHECKED = 5_000;

const findQuery = yup.object({ q: yup.string().max(200).default('') });

/** Throws a ValidationError. */
export const quickFind = async (strapi: Core.Strapi, query: unknown): Promise<FoundContact[]> => {
  const { q } = validateYupSchemaSync(findQuery, { strict: false })(query) as { q: string };
  const words = queryWords(q.replace(/\p{Cc}/gu, ' '));
  if (words.length === 0) return [];
  const contacts = await readRows(strapi, await findIds(strapi, words));
  return contacts.map(({ documentId, displayName, email, companyName }) => ({
    documentId,
    displayName,
    email,
    companyName,
  }));
};

const findIds = async (strapi: Core.Strapi, words: string[]): Promise<number[]> => {
  const rarest = words.length === 1 ? words[0] : await rarestOf(strapi, words);
  const others = words.filter((word) => word !== rarest);
  // In the order of the words: who is called just this comes before who is called more.
  const candidates = wordRows(strapi, rarest ?? '')
    .orderBy('w.word')
    .orderBy('w.contact_id')
    .limit(others.length > 0 ? MOST_CHECKED : MOST_FOUND * WORDS_OF_ONE)
    .select({ contact_id: 'w.contact_id', word: 'w.word' });
  const query = strapi.db
    .getConnection()
    .from(candidates.as('n'))
    .select('n.contact_id')
    .orderBy('n.word')
    .orderBy('n.contact_id')
    .limit(MOST_FOUND * WORDS_OF_ONE);
  for (const word of others) {
    void query.whereExists(
      wordRows(strapi, word).whereRaw('w.contact_id = n.contact_id').select('w.id')
    );
  }
  const rows = (await query) as { contact_id: number }[];
  return [...new Set(rows.map(({ contact_id }) => contact_id))].slice(0, MOST_FOUND);
};

/** Ann Annett of ann@annett.example is found four times by "ann". */
const WORDS_OF_ONE = 5;

const rarestOf = async (strapi: Core.Strapi, words: string[]): Promise<string | undefined> => {
  let rarest = words[0];
  let fewest = MOST_CHECKED;
  for (const word of words) {
    const count = await countUpTo(strapi, wordRows(strapi, word).select('w.contact_id'), fewest);
    if (count < fewest) [rarest, fewest] = [word, count];
  }
  return rarest;
};
