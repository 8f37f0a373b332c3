/**
 * Many contacts made members of one account, with a role or without. Who is or was a member stays what
 * they are there.
 */
import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { isEms } from '../../../config';
import type { BulkAction, Change, Skipped } from '../../../platform/bulk/bulk-action';
import { isRecord } from '../../../platform/records';
import { inTable } from '../../../platform/sql/table';
import { CONTACTS } from '../../contacts';
import { ACCOUNTS_TABLE, CONTACT_ROLES_TABLE } from '../contract';
import { announceMemberships } from '../membership-events';
import { lockContacts, toRef } from '../membership-row';
import { insertMemberships, removeMemberships, untouchedMemberships } from './membership-rows';

/** Document ids. */
interface Place {
  account: string;
  role: string | null;
}

/** What is kept of a contact that became a member. */
interface Kept {
  membership: string;
  roleId: number | null;
}

interface Named {
  id: number;
  name: string;
}

export const addToAccount: BulkAction<Place> = {
  subject: CONTACTS,
  action: 'add-to-account',
  permission: ['accounts.update', 'contacts.read'],
  readPermission: 'accounts.read',

  async parse(strapi, value) {
    if (!isEms(strapi)) {
      throw new errors.ValidationError('Accounts are part of the EMS edition: this one has none');
    }
    if (!isRecord(value)) throw new errors.ValidationError('value must hold an account');
    const place = {
      account: toId(value.account),
      role: (value.role ?? null) === null ? null : toId(value.role),
    };
    const { account, role } = await find(strapi, place);
    if (!account) throw new errors.ValidationError('There is no such account');
    if (place.role !== null && !role) throw new errors.ValidationError('There is no such role');
    return { value: place, label: [account.name, role?.name].filter(Boolean).join(' · ') };
  },

  async apply(strapi, trx, { items, value }) {
    const { account, role } = await find(strapi, value, trx);
    if (!account) throw new errors.ValidationError('There is no such account any more');
    if (value.role !== null && !role) {
      throw new errors.ValidationError('There is no such role any more');
    }
    const contactIds = await lockContacts(
      strapi,
      trx,
      items.map(({ id }) => id)
    );
    const roleId = role?.id ?? null;
    const place = { accountId: account.id, roleId };
    const rows = await insertMemberships(strapi, trx, { ...place, contactIds });
    const names = new Map(items.map(({ id, documentId }) => [id, documentId]));
    const changes = rows.map((row): Change => ({
      documentId: names.get(row.contact_id) ?? '',
      before: null,
      after: { membership: row.document_id, roleId } satisfies Kept,
    }));
    const announce = () => announceMemberships(strapi, 'membership.started', rows.map(toRef));
    return { changes, announce };
  },

  async undo(strapi, trx, { changes }) {
    const kept = changes.map(({ after }) => after as Kept);
    const { there, untouched } = await untouchedMemberships(strapi, trx, {
      documentIds: kept.map(({ membership }) => membership),
      roleId: kept[0]?.roleId ?? null,
    });
    await removeMemberships(strapi, trx, untouched);
    const isUntouched = new Set(untouched.map((row) => row.document_id));
    const ended = (change: Change) => isUntouched.has((change.after as Kept).membership);
    return {
      restored: changes.filter(ended).map(({ documentId }) => documentId),
      skipped: changes
        .filter((change) => !ended(change))
        .map(({ documentId, after }): Skipped => ({
          documentId,
          reason: there.has((after as Kept).membership) ? 'changed' : 'gone',
        })),
      announce: () => announceMemberships(strapi, 'membership.ended', untouched.map(toRef)),
    };
  },
};

/** Nothing has the empty id. */
const toId = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Inside a transaction both stay until its end. */
const find = async (
  strapi: Core.Strapi,
  { account, role }: Place,
  trx?: Knex.Transaction
): Promise<{ account: Named | undefined; role: Named | undefined }> => {
  const named = async (table: string, documentId: string, name: string) => {
    const query = inTable(strapi, table, trx).where('document_id', documentId);
    if (trx) void query.forShare();
    return (await query.first({ id: 'id', name })) as unknown as Named | undefined;
  };
  return {
    account: await named(ACCOUNTS_TABLE, account, 'name'),
    role: role === null ? undefined : await named(CONTACT_ROLES_TABLE, role, 'display_name'),
  };
};
