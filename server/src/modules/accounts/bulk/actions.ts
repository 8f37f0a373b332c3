/** What can be done with many accounts at once. */
import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { adminNames } from '../../../platform/admin-names';
import type { BulkAction } from '../../../platform/bulk/bulk-action';
import { putBackValues } from '../../../platform/bulk/put-back-values';
import { isColumnInteger } from '../../../platform/sql/integer-range';
import { inTable } from '../../../platform/sql/table';
import { ACCOUNT_STATUSES_TABLE, ACCOUNTS_TABLE } from '../contract';
import { ACCOUNTS } from './account-subject';
import { announceMoved, changeValue, type Moved } from './change-value';
import { deleteAccounts } from './delete-accounts';

const common = { subject: ACCOUNTS, permission: 'accounts.update' } as const;
const idsOf = (items: { id: number }[]) => items.map(({ id }) => id);

/** The value is a status's name, which an import does not change; null takes the status away. */
const status: BulkAction<string | null> = {
  ...common,
  action: 'status',
  async parse(strapi, value) {
    if (value === null) return { value, label: null };
    const found = (await statuses(strapi)).find(({ name }) => name === value);
    if (!found) throw new errors.ValidationError('There is no such status');
    return { value: found.name, label: found.displayName };
  },
  async apply(strapi, trx, { items, value }) {
    const all = await statuses(strapi, trx);
    const to = idOf(all, value);
    if (to === undefined) throw new errors.ValidationError('There is no such status any more');
    const move = { column: 'status_id', accountIds: idsOf(items), to } as const;
    const moved = await changeValue(strapi, trx, move);
    const nameOf = (id: number | null) => all.find((one) => one.id === id)?.name ?? null;
    return {
      changes: moved.map(({ documentId, from }) => ({
        documentId,
        before: nameOf(from),
        after: value,
      })),
      announce: () => announceMoved(strapi, 'status', moved),
    };
  },
  async undo(strapi, trx, { changes }) {
    const all = await statuses(strapi, trx);
    const { moved, ...undone } = await putBackValues<string | null, Moved>(strapi, trx, {
      table: ACCOUNTS_TABLE,
      changes,
      async move({ ids, from, to }) {
        const [target, onlyFrom] = [idOf(all, to), idOf(all, from)];
        if (target === undefined || onlyFrom === undefined) return null;
        const move = { column: 'status_id', accountIds: ids, to: target, onlyFrom } as const;
        return changeValue(strapi, trx, move);
      },
    });
    return { ...undone, announce: () => announceMoved(strapi, 'status', moved) };
  },
};

/** The value is an admin user's id; null takes the owner away. */
const owner: BulkAction<number | null> = {
  ...common,
  action: 'owner',
  async parse(strapi, value) {
    if (value === null) return { value, label: null };
    const id = isColumnInteger(value) ? value : 0;
    const name = (await adminNames(strapi, [id])).get(id);
    if (name === undefined) throw new errors.ValidationError('There is no such owner');
    return { value: id, label: name };
  },
  async apply(strapi, trx, { items, value }) {
    if (!(await isThere(strapi, trx, value))) {
      throw new errors.ValidationError('There is no such owner any more');
    }
    const move = { column: 'owner_id', accountIds: idsOf(items), to: value } as const;
    const moved = await changeValue(strapi, trx, move);
    return {
      changes: moved.map(({ documentId, from }) => ({ documentId, before: from, after: value })),
      announce: () => announceMoved(strapi, 'owner', moved),
    };
  },
  async undo(strapi, trx, { changes }) {
    const { moved, ...undone } = await putBackValues<number | null, Moved>(strapi, trx, {
      table: ACCOUNTS_TABLE,
      changes,
      async move({ ids, from, to }) {
        if (!(await isThere(strapi, trx, to))) return null;
        const move = { column: 'owner_id', accountIds: ids, to, onlyFrom: from } as const;
        return changeValue(strapi, trx, move);
      },
    });
    return { ...undone, announce: () => announceMoved(strapi, 'owner', moved) };
  },
};

interface Status {
  id: number;
  name: string;
  displayName: string;
}

const statuses = async (strapi: Core.Strapi, trx?: Knex.Transaction): Promise<Status[]> =>
  (await inTable(strapi, ACCOUNT_STATUSES_TABLE, trx).select({
    id: 'id',
    name: 'name',
    displayName: 'display_name',
  })) as unknown as Status[];

/** Undefined when there is none of this name any more. */
const idOf = (all: Status[], name: string | null): number | null | undefined =>
  name === null ? null : all.find((one) => one.name === name)?.id;

const isThere = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  id: number | null
): Promise<boolean> => {
  if (id === null) return true;
  const found = await inTable(strapi, 'admin_users', trx).where('id', id).first('id');
  return found !== undefined;
};

export const accountActions: BulkAction[] = [status, owner, deleteAccounts];
