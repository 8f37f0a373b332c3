/**
 * Which words find a contact. What somebody types is cut in the same way, and each of its words has to
 * be the beginning of one of the contact's.
 */
import { foldText } from '../../../platform/fold-text';

export interface Searchable {
  firstName: string | null;
  middleName: string | null;
  lastName: string | null;
  companyName: string | null;
  email: string | null;
  /** Texts of the site's own fields. */
  customTexts?: string[];
}

const MAX_WORD_LENGTH = 100;
const MAX_WORDS = 40;
/** On top: a long text must not push out a name. */
const MAX_CUSTOM_WORDS = 40;
const MAX_QUERY_WORDS = 8;

export const wordsOf = (contact: Searchable): string[] => {
  const { firstName, middleName, lastName, companyName, email, customTexts = [] } = contact;
  const text = [firstName, middleName, lastName, companyName].filter(Boolean).join(' ');
  const words = [...tokensOf(text).flatMap(withParts), ...(email ? emailWords(email) : [])];
  const own = [...new Set(words.map(shorten))].slice(0, MAX_WORDS);
  const custom = tokensOf(customTexts.join(' ')).flatMap(withParts).map(shorten);
  return [...new Set([...own, ...new Set(custom.slice(0, MAX_CUSTOM_WORDS))])];
};

/** The words somebody typed, none of them the beginning of another one. */
export const queryWords = (typed: string): string[] => {
  const words = [...new Set(tokensOf(typed).map(shorten))];
  return words
    .filter((word) => !words.some((other) => other !== word && other.startsWith(word)))
    .slice(0, MAX_QUERY_WORDS);
};

const shorten = (word: string) => word.slice(0, MAX_WORD_LENGTH);

const APOSTROPHES = /['’`´]/g;
const AROUND = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;
const BETWEEN = /[^\p{L}\p{N}]+/gu;

const tokensOf = (text: string): string[] =>
  foldText(text)
    .replace(APOSTROPHES, '')
    .split(/[\s,;\p{Cc}]+/u)
    .map((token) => token.replace(AROUND, ''))
    .filter(Boolean);

/** "anna-marie" is found by "anna-m" and by "marie". */
const withParts = (token: string): string[] => {
  const parts = token.split(BETWEEN);
  return parts.length > 1 ? [token, ...parts.filter((part) => part.length > 1)] : [token];
};

/** The address, the parts of its name, and its domain down to the part below the top level. */
const emailWords = (email: string): string[] => {
  const address = foldText(email);
  const at = address.lastIndexOf('@');
  const labels = address.slice(at + 1).split('.');
  const domains = labels.slice(0, -1).map((_, from) => labels.slice(from).join('.'));
  const parts = address.slice(0, at).split(BETWEEN);
  return [address, ...parts.filter((part) => part.length > 1), ...domains];
};
