/** One page of the account list, and how long the list is. */
import { errors, validateYupSchemaSync, yup } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import { knownFields } from '../../../platform/fields/definitions';
import { isFieldParameter } from '../../../platform/fields/field-filter';
import { findKeysetPage, type KeysetOrder } from '../../../platform/keyset';
import { pageShape, refuseUnknown } from '../../../platform/list-query';
import { countOf } from '../../../platform/sql/counting';
import type { ViewKind } from '../../../platform/views/view-kind';
import { readRows } from '../account-views';
import type { AccountPage } from '../contract';
import { filterShape, matching, parseFilter, toFilter, type AccountFilter } from './account-filter';

const listSchema = yup.object({ ...filterShape, ...pageShape, sort: yup.string() });

/** `query` is what came in the address. Throws a ValidationError that names what is wrong. */
export const listAccounts = async (strapi: Core.Strapi, query: unknown): Promise<AccountPage> => {
  await knownFields(strapi).refresh();
  const { filter, ...page } = parseListQuery(query);
  const { ids, meta } = await findKeysetPage(strapi, () => matching(strapi, filter), page);
  return { data: await readRows(strapi, ids), meta };
};

export interface ListRequest {
  filter: AccountFilter;
  order: KeysetOrder;
  cursor: string | undefined;
  pageSize: number;
}

/** Throws a ValidationError that names what is wrong. */
export const parseListQuery = (query: unknown): ListRequest => {
  refuseUnknown(query, Object.keys(listSchema.fields), isFieldParameter);
  const { sort, cursor, pageSize, ...filter } = validateYupSchemaSync(listSchema, {
    strict: false,
  })(query) as yup.InferType<typeof listSchema>;
  return { filter: toFilter(filter), order: parseOrder(sort), cursor, pageSize };
};

/** The list as it can be saved: its filters, its order and its columns. */
export const accountViews: ViewKind = {
  kind: 'accounts',
  permission: 'accounts.read',
  parameters: [...Object.keys(filterShape), 'sort', 'pageSize', 'columns'],
  accepts: isFieldParameter,
};

/** The same filters. */
export const countAccounts = async (strapi: Core.Strapi, query: unknown): Promise<number> => {
  await knownFields(strapi).refresh();
  return countOf(matching(strapi, parseFilter(query)));
};

const columns: Record<string, Pick<KeysetOrder, 'column' | 'type' | 'nullable'>> = {
  name: { column: 'a.name_key', type: 'text' },
  createdAt: { column: 'a.created_at', type: 'date' },
  employees: { column: 'a.employees', type: 'number', nullable: true },
  annualRevenue: { column: 'a.annual_revenue', type: 'number', nullable: true },
};

const parseOrder = (text = 'name:asc'): KeysetOrder => {
  const [name = '', direction = 'asc'] = text.split(':');
  const column = Object.hasOwn(columns, name) ? columns[name] : undefined;
  if (!column) {
    throw new errors.ValidationError(
      `Accounts can be sorted by ${Object.keys(columns).join(', ')}`
    );
  }
  if (direction !== 'asc' && direction !== 'desc') {
    throw new errors.ValidationError('A list can be sorted asc or desc');
  }
  return { name, ...column, idColumn: 'a.id', descending: direction === 'desc' };
};
