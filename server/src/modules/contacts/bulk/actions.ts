/** What can be done with many contacts at once. Other modules add theirs through `bulkActions`. */
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { isEms } from '../../../config';
import type { BulkAction, Change } from '../../../platform/bulk/bulk-action';
import { putBackValues } from '../../../platform/bulk/put-back-values';
import { isColumnInteger } from '../../../platform/sql/integer-range';
import { inTable } from '../../../platform/sql/table';
import { announceOwners, changeOwner, ownerName, type OwnerChange } from '../change-owner';
import { announceStates, announceStatuses, changeState, changeStatus } from '../change-state';
import { parseState } from '../contact-state';
import {
  CONTACT_STATUSES_TABLE,
  CONTACTS_TABLE,
  type ContactState,
  type StateChange,
  type StatusChange,
} from '../contract';
import { CONTACTS } from './contact-subject';
import { deleteContacts } from './delete-contacts';

const changesOf = (moved: (StateChange | StatusChange | OwnerChange)[]): Change[] =>
  moved.map(({ documentId, from, to }) => ({ documentId, before: from, after: to }));

const common = { subject: CONTACTS, permission: 'contacts.update' } as const;
const idsOf = (items: { id: number }[]) => items.map(({ id }) => id);

const state: BulkAction<ContactState> = {
  ...common,
  action: 'state',
  parse(_strapi, value) {
    const parsed = typeof value === 'string' ? parseState(value) : null;
    if (!parsed) throw new errors.ValidationError('value must be a state');
    return Promise.resolve({ value: parsed, label: null });
  },
  async apply(strapi, trx, { items, value, by, why }) {
    const moved = await changeState(strapi, { contactIds: idsOf(items), to: value, by, why }, trx);
    return { changes: changesOf(moved), announce: () => announceStates(strapi, moved) };
  },
  async undo(strapi, trx, { changes, by, why }) {
    const { moved, ...undone } = await putBackValues<ContactState, StateChange>(strapi, trx, {
      table: CONTACTS_TABLE,
      changes,
      move: ({ ids: contactIds, from, to }) =>
        changeState(strapi, { contactIds, to, onlyFrom: [from], by, why }, trx),
    });
    return { ...undone, announce: () => announceStates(strapi, moved) };
  },
};

/** The value is a status's name; null takes the status away. */
const status: BulkAction<string | null> = {
  ...common,
  action: 'status',
  async parse(strapi, value) {
    if (!isEms(strapi)) {
      throw new errors.ValidationError('Statuses are part of the EMS edition: this one has none');
    }
    if (value === null) return { value, label: null };
    const found = typeof value === 'string' ? await findStatus(strapi, value) : null;
    if (!found) throw new errors.ValidationError('There is no such status');
    return { value: found.name, label: found.displayName };
  },
  async apply(strapi, trx, { items, value, by, why }) {
    const to = value === null ? null : (await findStatus(strapi, value, trx))?.id;
    if (to === undefined) throw new errors.ValidationError('There is no such status any more');
    const moved = await changeStatus(strapi, { contactIds: idsOf(items), to, by, why }, trx);
    return { changes: changesOf(moved), announce: () => announceStatuses(strapi, moved) };
  },
  async undo(strapi, trx, { changes, by, why }) {
    const { moved, ...undone } = await putBackValues<string | null, StatusChange>(strapi, trx, {
      table: CONTACTS_TABLE,
      changes,
      async move({ ids: contactIds, from, to }) {
        const target = to === null ? null : (await findStatus(strapi, to, trx))?.id;
        if (target === undefined) return null;
        const move = { contactIds, to: target, onlyFrom: [from], by, why };
        return changeStatus(strapi, move, trx);
      },
    });
    return { ...undone, announce: () => announceStatuses(strapi, moved) };
  },
};

/** The value is an admin user's id; null takes the owner away. */
const owner: BulkAction<number | null> = {
  ...common,
  action: 'owner',
  async parse(strapi, value) {
    if (value === null) return { value, label: null };
    const id = isColumnInteger(value) ? value : 0;
    const name = await ownerName(strapi, id);
    if (name === null) throw new errors.ValidationError('There is no such owner');
    return { value: id, label: name };
  },
  async apply(strapi, trx, { items, value }) {
    const moved = await changeOwner(strapi, { contactIds: idsOf(items), to: value }, trx);
    if (moved === null) throw new errors.ValidationError('There is no such owner any more');
    return { changes: changesOf(moved), announce: () => announceOwners(strapi, moved) };
  },
  async undo(strapi, trx, { changes }) {
    const { moved, ...undone } = await putBackValues<number | null, OwnerChange>(strapi, trx, {
      table: CONTACTS_TABLE,
      changes,
      move: ({ ids: contactIds, from, to }) =>
        changeOwner(strapi, { contactIds, to, onlyFrom: from }, trx),
    });
    return { ...undone, announce: () => announceOwners(strapi, moved) };
  },
};

interface Status {
  id: number;
  name: string;
  displayName: string;
}

const findStatus = async (
  strapi: Core.Strapi,
  name: string,
  trx?: Parameters<typeof inTable>[2]
): Promise<Status | null> => {
  const found = await inTable(strapi, CONTACT_STATUSES_TABLE, trx)
    .where('name', name)
    .first({ id: 'id', name: 'name', displayName: 'display_name' });
  return (found as unknown as Status | undefined) ?? null;
};

export const contactActions: BulkAction[] = [state, status, owner, deleteContacts];
