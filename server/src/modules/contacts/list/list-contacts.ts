/** One page of the contact list. */
import { errors, validateYupSchemaSync, yup } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import { knownFields } from '../../../platform/fields/definitions';
import { isFieldParameter } from '../../../platform/fields/field-filter';
import type { ListColumn } from '../../../platform/list-columns';
import { filterPermissions } from '../../../platform/list-filters';
import { refuseUnknown } from '../../../platform/list-query';
import type { ViewKind } from '../../../platform/views/view-kind';
import { readRows } from '../contact-views';
import { CONTACT_UID, type ContactCount, type ContactPage } from '../contract';
import {
  fullShape,
  parseFilter,
  toFilter,
  type ContactFilter,
  type FilterQuery,
} from './contact-filter';
import { SORTS, type Direction, type Order, type Sort } from './contact-order';
import { countContacts } from './count-contacts';
import { findPage } from './find-page';
import { withinEdition } from './known-only';
import { decodePageStart, encodePageStart, type PageStart } from './list-cursor';

const DEFAULT_PAGE_SIZE = 50;
const MAX_PAGE_SIZE = 100;
const MAX_CURSOR_LENGTH = 2_000;

export interface ListRequest {
  filter: ContactFilter;
  order: Order;
  start: PageStart | null;
  pageSize: number;
}

/** `query` is what came in the address. Throws a ValidationError that names what is wrong. */
export const listContacts = async (
  strapi: Core.Strapi,
  query: unknown,
  given: ListColumn[] = []
): Promise<ContactPage> => {
  await knownFields(strapi).refresh();
  const { order, start, pageSize, ...asked } = parseListQuery(query);
  const filter = withinEdition(strapi, asked.filter);
  const page = await findPage(strapi, { filter, order, start, size: pageSize });
  const [first, last] = [page.places[0], page.places.at(-1)];
  return {
    data: await readRows(
      strapi,
      page.places.map(({ id }) => id),
      given
    ),
    meta: {
      nextCursor:
        page.hasNext && last ? encodePageStart({ ...last, towards: 'next' }, order) : null,
      previousCursor:
        page.hasPrevious && first
          ? encodePageStart({ ...first, towards: 'previous' }, order)
          : null,
      pageSize,
    },
  };
};

/** The same filters; `exact=true` asks for the exact figure, however long it takes. */
export const countMatching = async (strapi: Core.Strapi, query: unknown): Promise<ContactCount> => {
  await knownFields(strapi).refresh();
  const { exact, ...filter } = Object(query) as Record<string, unknown>;
  return countContacts(strapi, withinEdition(strapi, parseFilter(filter)), {
    exact: exact === 'true',
  });
};

const listShape = () => ({
  ...fullShape(),
  sort: yup.string(),
  pageSize: yup.number().integer().min(1).max(MAX_PAGE_SIZE),
  cursor: yup.string().max(MAX_CURSOR_LENGTH),
});

/** Views hold addresses of the screen: the same names, and the columns shown. */
export const contactViews: ViewKind = {
  kind: 'contacts',
  permission: 'contacts.read',
  get parameters() {
    return [...Object.keys(fullShape()), 'sort', 'pageSize', 'columns'];
  },
  accepts: isFieldParameter,
  permissions: (strapi, query) => filterPermissions(strapi, CONTACT_UID, query),
};

/** Throws a ValidationError that names what is wrong. */
export const parseListQuery = (query: unknown): ListRequest => {
  const shape = listShape();
  refuseUnknown(query, Object.keys(shape), isFieldParameter);
  const parsed = validateYupSchemaSync(yup.object(shape), { strict: false })(
    query
  ) as FilterQuery & {
    sort?: string;
    pageSize?: number;
    cursor?: string;
  };
  const order = parseOrder(parsed.sort);
  return {
    filter: toFilter(parsed),
    order,
    start: parsed.cursor ? decodePageStart(parsed.cursor, order) : null,
    pageSize: parsed.pageSize ?? DEFAULT_PAGE_SIZE,
  };
};

/** Columns are called after their field; some orders after what they compare. */
const aliases = new Map<string, Sort>([
  ['displayName', 'name'],
  ['companyName', 'company'],
]);

const parseOrder = (text = 'lastActivityAt:desc'): Order => {
  const [field = '', direction = 'asc'] = text.split(':');
  const sort = aliases.get(field) ?? SORTS.find((name) => name === field);
  if (!sort) {
    throw new errors.ValidationError(`Contacts can be sorted by ${SORTS.join(', ')}`);
  }
  if (!isDirection(direction)) {
    throw new errors.ValidationError('A list can be sorted asc or desc');
  }
  return { sort, direction };
};

const isDirection = (text: string): text is Direction => text === 'asc' || text === 'desc';
