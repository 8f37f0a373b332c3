/** What a contact list is narrowed to, read from a query string. */
import { validateYupSchemaSync, yup } from '@strapi/utils';
import {
  isFieldParameter,
  parseFieldFilters,
  type FieldFilter,
} from '../../../platform/fields/field-filter';
import { givenFilters, listFilterShape, type GivenFilter } from '../../../platform/list-filters';
import { listOf, refuseUnknown, shortText } from '../../../platform/list-query';
import {
  CONTACT_KINDS,
  CONTACT_STATES,
  CONTACT_UID,
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
  /** What other modules narrow the list by. */
  given: GivenFilter[] | null;
  /** By fields that the site added, in either way. */
  fields: FieldFilter[] | null;
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
  given: null,
  fields: null,
};

const MAX_SEARCH_LENGTH = 200;

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
  status: listOf(shortText(100)),
  owner: listOf(yup.number().integer().min(1).max(MAX_INTEGER).required()),
  createdFrom: instant(),
  createdTo: instant(),
  lastActivityFrom: instant(),
  lastActivityTo: instant(),
};

/** With the filters that other modules give. */
export const fullShape = () => ({ ...filterShape, ...listFilterShape(CONTACT_UID) });

/**
 * Throws a ValidationError that names what is wrong. A parameter that is no filter is refused: left
 * out silently it would widen a bulk change to everybody.
 */
export const parseFilter = (query: unknown): ContactFilter => {
  const shape = fullShape();
  refuseUnknown(query, Object.keys(shape), isFieldParameter);
  return toFilter(
    validateYupSchemaSync(yup.object(shape), { strict: false })(query) as FilterQuery
  );
};

export type FilterQuery = yup.InferType<yup.ObjectSchema<typeof filterShape>>;

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
  given: givenFilters(CONTACT_UID, query),
  fields: parseFieldFilters(query),
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
