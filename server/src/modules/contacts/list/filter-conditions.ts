/** A contact filter as SQL: conditions on each contact, and the indexes that can answer a part of it. */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import {
  fieldCandidates,
  narrowByFields,
  type Reading,
} from '../../../platform/fields/field-conditions';
import { aliased } from '../../../platform/sql/table';
import { contactFields } from '../contact-entity';
import {
  CONTACT_KINDS,
  CONTACT_STATES,
  CONTACT_STATUSES_TABLE,
  CONTACTS_TABLE,
  SUBSCRIPTIONS,
} from '../contract';
import { CONTACT_WORDS_TABLE } from '../search/tables';
import type { ContactFilter } from './contact-filter';

export type Query = Knex.QueryBuilder;

/** Above every character of a word, in the byte order that its column is compared in. */
const LAST_CHARACTER = '\u{10ffff}';

/** An empty list of words says nothing; an empty list of anything else matches nobody. */
export const isEmptyFilter = ({ words, ...others }: ContactFilter): boolean =>
  words.length === 0 && Object.values(others).every((value) => value === null);

/** Narrows a query over contacts as `c`. */
export const applyFilter = (
  strapi: Core.Strapi,
  query: Query,
  filter: ContactFilter,
  reading: Reading = 'atOnce'
): Query => {
  for (const narrow of [byOptions, byStatus, byOwner, byDates]) narrow(strapi, query, filter);
  for (const { filter: given, values } of filter.given ?? []) {
    void query.whereIn('c.id', given.rows(strapi, values));
  }
  const { fields } = filter;
  if (fields) narrowByFields(strapi, contactFields, query, { filters: fields, reading });
  for (const word of filter.words) {
    void query.whereExists(wordRows(strapi, word).whereRaw('w.contact_id = c.id').select('w.id'));
  }
  return query;
};

/**
 * Queries of contact ids, each answered by one index and each holding every match (and others, and a
 * contact more than once). The shortest of them is where to look for a rare match.
 */
export const candidateQueries = (strapi: Core.Strapi, filter: ContactFilter): Query[] => {
  const own = () => aliased(strapi, { c: CONTACTS_TABLE }).select('c.id');
  return [
    ...filter.words.map((word) => wordRows(strapi, word).select('w.contact_id')),
    ...(hasOptions(filter) ? [byIndexedOptions(own(), filter)] : []),
    ...(filter.status ? [byStatus(strapi, own(), filter)] : []),
    ...(filter.owner ? [byOwner(strapi, own(), filter)] : []),
    ...dateRanges(filter).map((range) => inRange(own(), range)),
    ...(filter.given ?? []).map(({ filter: given, values }) => given.rows(strapi, values)),
    ...fieldCandidates(strapi, contactFields, filter.fields ?? []),
  ];
};

/** The rows of words that begin so, as `w`. */
export const wordRows = (strapi: Core.Strapi, word: string): Query =>
  aliased(strapi, { w: CONTACT_WORDS_TABLE })
    .where('w.word', '>=', word)
    .where('w.word', '<', word + LAST_CHARACTER);

const hasOptions = ({ state, kind, subscription, country }: ContactFilter) =>
  Boolean(state ?? kind ?? subscription ?? country);

const byOptions = (_strapi: Core.Strapi, query: Query, filter: ContactFilter): Query => {
  if (filter.state) void query.whereIn('c.state', filter.state);
  if (filter.kind) void query.whereIn('c.kind', filter.kind);
  if (filter.subscription) void query.whereIn('c.subscription', filter.subscription);
  if (filter.country) void query.whereIn('c.country', filter.country);
  return query;
};

/**
 * One index (state, kind, subscription, country) answers any of the four, because each column before
 * the last one asked for is given all the few values it can have.
 */
const byIndexedOptions = (query: Query, filter: ContactFilter): Query => {
  const { state, kind, subscription, country } = filter;
  void query.whereIn('c.state', state ?? CONTACT_STATES);
  if (kind ?? subscription ?? country) void query.whereIn('c.kind', kind ?? CONTACT_KINDS);
  if (subscription ?? country) {
    void query.whereIn('c.subscription', subscription ?? SUBSCRIPTIONS);
  }
  return country ? query.whereIn('c.country', country) : query;
};

const byStatus = (strapi: Core.Strapi, query: Query, { status }: ContactFilter): Query =>
  status
    ? query.whereIn(
        'c.status_id',
        aliased(strapi, { s: CONTACT_STATUSES_TABLE }).whereIn('s.name', status).select('s.id')
      )
    : query;

const byOwner = (_strapi: Core.Strapi, query: Query, { owner }: ContactFilter): Query =>
  owner ? query.whereIn('c.owner_id', owner) : query;

interface DateRange {
  column: 'c.created_at' | 'c.last_activity_at';
  from: Date | null;
  to: Date | null;
}

const dateRanges = (filter: ContactFilter): DateRange[] =>
  (
    [
      { column: 'c.created_at', from: filter.createdFrom, to: filter.createdTo },
      {
        column: 'c.last_activity_at',
        from: filter.lastActivityFrom,
        to: filter.lastActivityTo,
      },
    ] satisfies DateRange[]
  ).filter(({ from, to }) => from ?? to);

const inRange = (query: Query, { column, from, to }: DateRange): Query => {
  if (from) void query.where(column, '>=', from);
  if (to) void query.where(column, '<=', to);
  return query;
};

const byDates = (_strapi: Core.Strapi, query: Query, filter: ContactFilter): Query =>
  dateRanges(filter).reduce(inRange, query);
