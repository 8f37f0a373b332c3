/**
 * The contact list as a CSV file: its filter, its columns, its order. Pages are found from where the
 * last one ended, as in the list, so that a million contacts take no more memory than a thousand.
 */
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import { adminIdOf } from '../../../platform/admin-user';
import { now } from '../../../platform/clock';
import { sendCsv } from '../../../platform/csv/send-csv';
import { CUSTOM_VALUES } from '../../../platform/fields/contract';
import { knownFields } from '../../../platform/fields/definitions';
import { exportedValue } from '../../../platform/fields/exported-value';
import { listColumnsOf, type ListColumn } from '../../../platform/list-columns';
import { refuseFilters } from '../../../platform/list-filters';
import { aliased } from '../../../platform/sql/table';
import { plainFields } from '../contact-fields';
import { readRows } from '../contact-views';
import { CONTACT_UID, CONTACTS_TABLE, type ContactView } from '../contract';
import type { Order } from '../list/contact-order';
import { applyFilter } from '../list/filter-conditions';
import { findPage, type Effort } from '../list/find-page';
import { givenColumns, offeredColumns } from '../list/given-columns';
import { withinEdition } from '../list/known-only';
import { parseListQuery, type ListRequest } from '../list/list-contacts';
import type { PageStart } from '../list/list-cursor';

const CONTACTS_PER_PAGE = 1_000;
/** A longer walk than a list's: sorting all that matches for each page would cost more. */
const EFFORT: Effort = { candidates: 5_000, steps: 200_000 };

/** `columns` are field names, separated by commas. Throws a ValidationError before anything is sent. */
export const exportContacts = async (strapi: Core.Strapi, ctx: Context): Promise<void> => {
  refuseFilters(strapi, ctx, CONTACT_UID);
  await knownFields(strapi).refresh();
  const { columns: asked, ...query } = ctx.query;
  const request = parseListQuery(query);
  // A field that is gone is refused here, not half-way through the file.
  const everybody = aliased(strapi, { c: CONTACTS_TABLE });
  applyFilter(strapi, everybody, request.filter);
  const columns = parseColumns(strapi, asked);
  const given = givenColumns(strapi, ctx, columns.filter(isGiven).join());
  const adminId = adminIdOf(ctx);
  sendCsv(ctx, {
    name: `contacts-${new Date(now()).toISOString().slice(0, 10)}`,
    columns,
    pages: pagesOf(strapi, request, { columns, given }),
    onEnd: (rows, isComplete) => {
      const end = isComplete ? 'all of what was asked for' : 'then the client went away';
      strapi.log.info(`contact-management: admin ${adminId} exported ${rows} contacts, ${end}`);
    },
  });
};

const NAME = 'displayName';

const parseColumns = (strapi: Core.Strapi, asked: unknown): string[] => {
  const names = typeof asked === 'string' ? asked.split(',').filter(Boolean) : [];
  const custom = knownFields(strapi).current('contact');
  const known = new Set([
    ...[NAME, 'status', 'owner', ...plainFields(strapi, 'in-lists')],
    ...custom.map(({ name }) => `${CUSTOM_VALUES}.${name}`),
    ...offeredColumns(strapi).map(({ name }) => name),
  ]);
  const unknown = names.find((name) => !known.has(name));
  if (unknown !== undefined) {
    throw new errors.ValidationError(`A contact has no column "${unknown}" that can be exported`);
  }
  return [...new Set([NAME, ...names])];
};

async function* pagesOf(
  strapi: Core.Strapi,
  request: ListRequest,
  { columns, given }: { columns: string[]; given: ListColumn[] }
): AsyncGenerator<unknown[][]> {
  const filter = withinEdition(strapi, request.filter);
  const order = steady(request.order);
  let start: PageStart | null = null;
  do {
    const page = await findPage(strapi, { filter, order, start, size: CONTACTS_PER_PAGE }, EFFORT);
    const contacts = await readRows(
      strapi,
      page.places.map(({ id }) => id),
      given
    );
    yield contacts.map((contact) => columns.map((column) => valueOf(contact, column)));
    const last = page.places.at(-1);
    start = page.hasNext && last ? { ...last, towards: 'next' } : null;
  } while (start);
}

/** A visit moves a contact in the order of last activity, past the place where the file is by then. */
const steady = (order: Order): Order =>
  order.sort === 'lastActivityAt' ? { ...order, sort: 'createdAt' } : order;

const givenColumn = (name: string): ListColumn | undefined =>
  listColumnsOf(CONTACT_UID).find((column) => column.name === name);

const isGiven = (name: string): boolean => givenColumn(name) !== undefined;

const valueOf = (contact: ContactView, column: string): unknown => {
  if (column === 'status') return contact.status?.displayName;
  if (column === 'owner') return contact.owner?.name;
  const given = givenColumn(column);
  if (given) return contact[column] === null ? null : given.toCell(contact[column]);
  const [, code] = column.split('.');
  return code === undefined ? contact[column] : exportedValue(contact.customFields, code);
};
