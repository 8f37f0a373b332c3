/** What a contact list is narrowed to, read from a query string. */
import { errors, validateYupSchemaSync, yup } from '@strapi/utils';
import { isRecord } from '../../../platform/records';
import {
  CONTACT_KINDS,
  CONTACT_STATES,
  SUBSCRIPTIONS,
  type ContactKind,
  type ContactState,
  type Subscription,
} from '../contract';
import { queryWords } from '../search/search-words';

/** Values of one list are alternatives; null says nothing. Everything given has to hold. */
export interface ContactFilter {
  /** Folded beginnings of words, all of which the contact has. */
  words: string[];
  state: ContactState[] | null;
  kind: ContactKind[] | null;
  subscription: Subscription[] | null;
  country: string[] | null;
  /** Names (codes). */
  status: string[] | null;
  /** Ids of admin users. */
  owner: number[] | null;
  createdFrom: Date | null;
  createdTo: Date | null;
  lastActivityFrom: Date | null;
  lastActivityTo: Date | null;
}

export const EVERYBODY: ContactFilter = {
  words: [],
  state: null,
  kind: null,
  subscription: null,
  country: null,
  status: null,
  owner: null,
  createdFrom: null,
  createdTo: null,
  lastActivityFrom: null,
  lastActivityTo: null,
};

const MAX_VALUES = 300;
const MAX_SEARCH_LENGTH = 200;

const commaSeparated = (value: unknown): unknown =>
  typeof value === 'string' ? value.split(',').filter(Boolean) : value;

const listOf = <Item extends yup.AnySchema>(item: Item) =>
  yup
    .array()
    .transform((_cast, original) => commaSeparated(original))
    .of(item)
    .max(MAX_VALUES);

const oneOf = (words: readonly string[]) =>
  listOf(
    yup
      .string()
      .oneOf([...words])
      .required()
  );

/** What every database can hold. */
const EARLIEST = new Date('0001-01-01T00:00:00Z');
const LATEST = new Date('9999-12-31T23:59:59.999Z');
const MAX_INTEGER = 2 ** 31 - 1;

/** A beginning says from that instant on, an end up to and including it. */
const instant = () => yup.date().min(EARLIEST).max(LATEST);

// eslint-disable-next-line no-control-regex -- PostgreSQL refuses the zero character in text
const PRINTABLE = /^[^\u0000-\u001f]*$/;

export const filterShape = {
  q: yup.string().max(MAX_SEARCH_LENGTH),
  state: oneOf(CONTACT_STATES),
  kind: oneOf(CONTACT_KINDS),
  subscription: oneOf(SUBSCRIPTIONS),
  country: listOf(
    yup
      .string()
      .uppercase()
      .matches(/^[A-Z]{2}$/, '${path} must be a country code such as CZ')
      .required()
  ),
  status: listOf(yup.string().max(100).matches(PRINTABLE).required()),
  owner: listOf(yup.number().integer().min(1).max(MAX_INTEGER).required()),
  createdFrom: instant(),
  createdTo: instant(),
  lastActivityFrom: instant(),
  lastActivityTo: instant(),
};

const filterSchema = yup.object(filterShape);

/**
 * Throws a ValidationError that names what is wrong. A parameter that is no filter is refused: left
 * out silently it would widen a bulk change to everybody.
 */
export const parseFilter = (query: unknown): ContactFilter => {
  refuseUnknown(query, Object.keys(filterShape));
  return toFilter(validateYupSchemaSync(filterSchema, { strict: false })(query) as FilterQuery);
};

/** yup's `noUnknown` drops what it does not know when it casts, instead of refusing it. */
export const refuseUnknown = (query: unknown, known: string[]): void => {
  if (!isRecord(query)) throw new errors.ValidationError('The filter must be an object');
  const unknown = Object.keys(query).filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new errors.ValidationError(`There is no filter "${unknown[0]}"`);
  }
};

export type FilterQuery = yup.InferType<typeof filterSchema>;

export const toFilter = (query: FilterQuery): ContactFilter => ({
  words: wordsTyped(query.q ?? ''),
  state: listOrNull(query.state) as ContactState[] | null,
  kind: listOrNull(query.kind) as ContactKind[] | null,
  subscription: listOrNull(query.subscription) as Subscription[] | null,
  country: listOrNull(query.country),
  status: listOrNull(query.status),
  owner: listOrNull(query.owner),
  createdFrom: query.createdFrom ?? null,
  createdTo: query.createdTo ?? null,
  lastActivityFrom: query.lastActivityFrom ?? null,
  lastActivityTo: query.lastActivityTo ?? null,
});

/** No word starts with a sign, so a search for nothing but signs finds nobody instead of everybody. */
const wordsTyped = (typed: string): string[] => {
  const text = typed.replace(/\p{Cc}/gu, ' ').trim();
  const words = queryWords(text);
  return words.length === 0 && text !== '' ? [text] : words;
};

const listOrNull = <Item>(values: (Item | undefined)[] | null | undefined): Item[] | null => {
  const given = (values ?? []).filter((value): value is Item => value !== undefined);
  return given.length > 0 ? given : null;
};
