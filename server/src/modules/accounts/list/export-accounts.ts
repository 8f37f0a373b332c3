/** The account list as a CSV file: its filter, its columns, its order, a page at a time. */
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import { adminIdOf } from '../../../platform/admin-user';
import { now } from '../../../platform/clock';
import { sendCsv } from '../../../platform/csv/send-csv';
import { CUSTOM_VALUES } from '../../../platform/fields/contract';
import { knownFields } from '../../../platform/fields/definitions';
import { exportedValue } from '../../../platform/fields/exported-value';
import { findKeysetPage } from '../../../platform/keyset';
import { plainFields } from '../account-fields';
import { readRows } from '../account-views';
import type { AccountView } from '../contract';
import { matching } from './account-filter';
import { parseListQuery, type ListRequest } from './list-accounts';

const ACCOUNTS_PER_PAGE = 1_000;
const DATE_LENGTH = 'YYYY-MM-DD'.length;

/** `columns` are field names, separated by commas. Throws a ValidationError before anything is sent. */
export const exportAccounts = async (strapi: Core.Strapi, ctx: Context): Promise<void> => {
  await knownFields(strapi).refresh();
  const { columns: asked, ...query } = ctx.query;
  const request = parseListQuery(query);
  // A field that is gone is refused here, not half-way through the file.
  matching(strapi, request.filter);
  const columns = parseColumns(strapi, asked);
  const adminId = adminIdOf(ctx);
  sendCsv(ctx, {
    name: `accounts-${new Date(now()).toISOString().slice(0, DATE_LENGTH)}`,
    columns,
    pages: pagesOf(strapi, request, columns),
    onEnd: (rows, isComplete) => {
      const end = isComplete ? 'all of what was asked for' : 'then the client went away';
      strapi.log.info(`contact-management: admin ${adminId} exported ${rows} accounts, ${end}`);
    },
  });
};

const parseColumns = (strapi: Core.Strapi, asked: unknown): string[] => {
  const names = typeof asked === 'string' ? asked.split(',').filter(Boolean) : [];
  const custom = knownFields(strapi).current('account');
  const known = new Set([
    ...[...Object.keys(RELATED), 'website', ...plainFields(strapi, 'in-lists')],
    ...custom.map(({ name }) => `${CUSTOM_VALUES}.${name}`),
  ]);
  const unknown = names.find((name) => !known.has(name));
  if (unknown !== undefined) {
    throw new errors.ValidationError(`An account has no column "${unknown}" that can be exported`);
  }
  return [...new Set(['name', ...names])];
};

async function* pagesOf(
  strapi: Core.Strapi,
  { filter, order }: ListRequest,
  columns: string[]
): AsyncGenerator<unknown[][]> {
  let cursor: string | undefined;
  do {
    const page = { order, cursor, pageSize: ACCOUNTS_PER_PAGE };
    const { ids, meta } = await findKeysetPage(strapi, () => matching(strapi, filter), page);
    const accounts = await readRows(strapi, ids);
    yield accounts.map((account) => columns.map((column) => valueOf(account, column)));
    cursor = meta.nextCursor ?? undefined;
  } while (cursor);
}

/** By name, not by number. */
const RELATED: Record<string, (account: AccountView) => unknown> = {
  status: ({ status }) => status?.displayName,
  owner: ({ owner }) => owner?.name,
  parent: ({ parent }) => parent?.name,
};

const valueOf = (account: AccountView, column: string): unknown => {
  const read = Object.hasOwn(RELATED, column) ? RELATED[column] : undefined;
  if (read) return read(account);
  const [, code] = column.split('.');
  return code === undefined ? account[column] : exportedValue(account.customFields, code);
};
