/** What an account list is narrowed to, read from a query string, and as SQL. */
import type { Core } from '@strapi/strapi';
import { validateYupSchemaSync, yup } from '@strapi/utils';
import type { Knex } from 'knex';
import { narrowByFields } from '../../../platform/fields/field-conditions';
import {
  isFieldParameter,
  parseFieldFilters,
  type FieldFilter,
} from '../../../platform/fields/field-filter';
import { foldText } from '../../../platform/fold-text';
import { listOf, refuseUnknown, shortText } from '../../../platform/list-query';
import { INTEGER_RANGE } from '../../../platform/sql/integer-range';
import { aliased } from '../../../platform/sql/table';
import { accountFields } from '../account-entity';
import { ACCOUNT_STATUSES_TABLE, ACCOUNTS_TABLE } from '../contract';

const MAX_SEARCH_LENGTH = 200;

export const filterShape = {
  q: yup.string().max(MAX_SEARCH_LENGTH),
  /** Names (codes). */
  status: listOf(shortText(100)),
  accountType: listOf(shortText(255)),
  industry: listOf(shortText(255)),
  country: listOf(
    yup
      .string()
      .uppercase()
      .matches(/^[A-Z]{2}$/, '${path} must be a country code such as CZ')
      .required()
  ),
  /** Ids of admin users. */
  owner: listOf(yup.number().integer().min(1).max(INTEGER_RANGE.max).required()),
  /** A document id, or `none` for accounts at the top. */
  parent: shortText(100).optional(),
};

const schema = yup.object(filterShape);

export type FilterQuery = yup.InferType<typeof schema>;

export interface AccountFilter extends FilterQuery {
  /** By fields that the site added, in either way. */
  fields: FieldFilter[] | null;
}

/** Throws a ValidationError that names what is wrong, or a parameter that is no filter. */
export const parseFilter = (query: unknown): AccountFilter => {
  refuseUnknown(query, Object.keys(filterShape), isFieldParameter);
  return toFilter(validateYupSchemaSync(schema, { strict: false })(query) as FilterQuery);
};

/** `query` is parsed by `filterShape`, and holds the parameters about fields as they came. */
export const toFilter = (query: FilterQuery): AccountFilter => ({
  ...query,
  fields: parseFieldFilters(query),
});

/** Accounts as `a`. Throws a ValidationError for a field that there is not. */
export const matching = (strapi: Core.Strapi, filter: AccountFilter): Knex.QueryBuilder => {
  const query: Knex.QueryBuilder = aliased(strapi, { a: ACCOUNTS_TABLE });
  for (const word of wordsOf(filter.q ?? '')) {
    void query.whereRaw(`a.search_key like ? escape '!'`, [`%${word.replace(/[!%_]/g, '!$&')}%`]);
  }
  const options = {
    'a.account_type': filter.accountType,
    'a.industry': filter.industry,
    'a.country': filter.country,
    'a.owner_id': filter.owner,
  };
  for (const [column, values] of Object.entries(options)) {
    if (values && values.length > 0) void query.whereIn(column, [...values]);
  }
  if (filter.status && filter.status.length > 0) {
    void query.whereIn(
      'a.status_id',
      aliased(strapi, { s: ACCOUNT_STATUSES_TABLE }).whereIn('s.name', filter.status).select('s.id')
    );
  }
  const { fields } = filter;
  if (fields) narrowByFields(strapi, accountFields, query, { filters: fields, reading: 'atOnce' });
  return byParent(strapi, query, filter.parent);
};

const byParent = (
  strapi: Core.Strapi,
  query: Knex.QueryBuilder,
  parent: string | undefined
): Knex.QueryBuilder => {
  if (parent === undefined) return query;
  if (parent === 'none') return query.whereNull('a.parent_id');
  return query.whereIn(
    'a.parent_id',
    aliased(strapi, { p: ACCOUNTS_TABLE }).where('p.document_id', parent).select('p.id')
  );
};

const MAX_WORDS = 8;

/** All of them have to be somewhere in name, website or city. */
const wordsOf = (typed: string): string[] =>
  foldText(typed.replace(/\p{Cc}/gu, ' '))
    .split(/\s+/u)
    .filter(Boolean)
    .slice(0, MAX_WORDS);
