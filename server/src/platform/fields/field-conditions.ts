/** Filters by the site's own fields as SQL: settings' fields by their index, attributes by their column. */
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Knex } from 'knex';
import { isRetired } from '../site-fields';
import { dialectOf } from '../sql/dialect';
import { aliased } from '../sql/table';
import { CUSTOM_VALUES, type FieldDefinition, type FieldKind, type FilterWay } from './contract';
import { knownFields } from './definitions';
import type { FieldEntity } from './entity';
import type { FieldFilter } from './field-filter';
import { testOf, type FieldTest } from './field-tests';
import { toComparable } from './index-values';

type Query = Knex.QueryBuilder;

/** Above every character of a text, in the byte order that its column is compared in. */
const LAST_CHARACTER = '\u{10ffff}';

export const WAYS_OF_KINDS: Record<FieldKind, FilterWay> = {
  text: 'text',
  longText: 'text',
  email: 'text',
  url: 'text',
  phone: 'text',
  number: 'number',
  date: 'day',
  boolean: 'boolean',
  select: 'options',
  multiSelect: 'options',
};

/** Of Strapi's types; the others cannot be filtered by. */
export const WAYS_OF_TYPES: Partial<Record<string, FilterWay>> = {
  ...{ string: 'text', text: 'text', email: 'text', uid: 'text', richtext: 'text' },
  ...{ integer: 'number', biginteger: 'number', decimal: 'number', float: 'number' },
  ...{ date: 'day', datetime: 'instant', timestamp: 'instant' },
  ...{ boolean: 'boolean', enumeration: 'options' },
};

/**
 * `oneByOne`: rows are looked at in an order, and few of them. PostgreSQL guesses badly how many have a
 * value, and would rather collect everybody who has it first.
 */
export type Reading = 'oneByOne' | 'atOnce';

/** Narrows a query over the entity's table under its alias. Throws a ValidationError for an unknown field. */
export const narrowByFields = (
  strapi: Core.Strapi,
  entity: FieldEntity,
  query: Query,
  { filters, reading }: { filters: FieldFilter[]; reading: Reading }
): Query => {
  for (const filter of filters) {
    if (filter.source === CUSTOM_VALUES) byCustomField(strapi, entity, query, { filter, reading });
    else byAttribute(strapi, entity, query, filter);
  }
  return query;
};

/** Queries of entity ids that the index answers, each holding every match. */
export const fieldCandidates = (
  strapi: Core.Strapi,
  entity: FieldEntity,
  filters: FieldFilter[]
): Query[] => {
  const idColumn = `v.${entity.idColumn}`;
  const each = filters.flatMap((filter): (() => Query)[] => {
    if (filter.source !== CUSTOM_VALUES) return [];
    const { field, test } = customTest(strapi, entity, filter);
    if (test.test === 'absent') return [];
    return [() => valueRows(strapi, entity, field, test).select(idColumn)];
  });
  const [first, ...others] = each;
  // Many have one value and many the other, but perhaps nobody has both.
  const together =
    first && others.length > 0
      ? [others.reduce((query, other) => query.whereIn(idColumn, other()), first())]
      : [];
  return [...each.map((query) => query()), ...together];
};

const byCustomField = (
  strapi: Core.Strapi,
  entity: FieldEntity,
  query: Query,
  { filter, reading }: { filter: FieldFilter; reading: Reading }
) => {
  const { field, test } = customTest(strapi, entity, filter);
  const rows = valueRows(strapi, entity, field, test)
    .whereRaw('?? = ??', [`v.${entity.idColumn}`, `${entity.alias}.id`])
    .select('v.id');
  const isAbsent = test.test === 'absent';
  if (reading === 'oneByOne' && dialectOf(strapi) === 'postgres') {
    // An offset keeps PostgreSQL from turning the lookup into a join.
    void query.whereRaw(`${isAbsent ? 'not ' : ''}exists (? offset 0)`, [rows]);
  } else void (isAbsent ? query.whereNotExists(rows) : query.whereExists(rows));
};

const customTest = (
  strapi: Core.Strapi,
  { name: entity }: FieldEntity,
  filter: FieldFilter
): { field: FieldDefinition; test: FieldTest } => {
  const field = knownFields(strapi)
    .current(entity)
    .find(({ name }) => name === filter.name);
  if (!field) throw unknown(filter);
  return { field, test: testOf(WAYS_OF_KINDS[field.kind], filter) };
};

const unknown = ({ source, name }: FieldFilter) =>
  new errors.ValidationError(`There is no filter "${source}.${name}"`);

const valueRows = (
  strapi: Core.Strapi,
  { valuesTable }: FieldEntity,
  { id, kind }: FieldDefinition,
  test: FieldTest
): Query => {
  const rows = aliased(strapi, { v: valuesTable }).where('v.field_id', id);
  switch (test.test) {
    case 'among':
      return rows.whereIn('v.text', test.values);
    case 'is':
      return rows.where('v.number', test.value ? 1 : 0);
    case 'startsWith': {
      const text = toComparable(kind, test.text);
      return rows.where('v.text', '>=', text).where('v.text', '<', text + LAST_CHARACTER);
    }
    case 'between':
      return inRange(rows, kind === 'number' ? 'v.number' : 'v.text', test);
    case 'present':
    case 'absent':
      return rows;
  }
};

const inRange = (
  query: Query,
  column: string,
  { from, to }: Extract<FieldTest, { test: 'between' }>
) => {
  void query.whereNotNull(column);
  if (from !== null) void query.where(column, '>=', from);
  if (to !== null) void query.where(column, '<=', to);
  return query;
};

const byAttribute = (
  strapi: Core.Strapi,
  { uid, alias }: FieldEntity,
  query: Query,
  filter: FieldFilter
) => {
  const { attributes } = strapi.contentType(uid);
  const attribute = Object.hasOwn(attributes, filter.name) ? attributes[filter.name] : undefined;
  const way = attribute && !isRetired(attribute) && WAYS_OF_TYPES[attribute.type];
  if (!way) throw unknown(filter);
  const { columnName = filter.name } = strapi.db.metadata.get(uid).attributes[filter.name] as {
    columnName?: string;
  };
  byColumn(query, `${alias}.${columnName}`, testOf(way, filter));
};

/** No index answers these: a site that filters millions by an attribute adds one (docs/guide). */
const byColumn = (query: Query, column: string, test: FieldTest): Query => {
  switch (test.test) {
    case 'among':
      return query.whereIn(column, test.values);
    case 'is':
      return query.where(column, test.value);
    case 'startsWith':
      return query.whereRaw(`lower(??) like lower(?) escape '!'`, [
        column,
        `${test.text.replace(/[!%_]/g, '!$&')}%`,
      ]);
    case 'between':
      return inRange(query, column, test);
    case 'absent':
      return query.whereNull(column);
    case 'present':
      return query.whereNotNull(column);
  }
};
