/**
 * What belongs to contacts that have been written, one or many: index and history in the same
 * transaction, and what is announced once it is committed.
 */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { attribution } from '../../platform/actor';
import { changedFields } from '../../platform/changed-fields';
import { CUSTOM_VALUES } from '../../platform/fields/contract';
import { indexStored } from '../../platform/fields/index-values';
import { events } from '../../platform/plugin';
import { queueChanges, queueContacts } from '../../platform/recalculation/queue';
import { announceStates, announceStatuses, statusNames } from './change-state';
import { contactFields } from './contact-entity';
import type { ContactRow } from './contact-row';
import { CONTACT_UID, type ContactChange, type StateChange, type StatusChange } from './contract';
import { INDEXED_FIELDS, indexWords } from './search/index-words';
import { recordChanges } from './state-history';

export const finishCreates = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  rows: Pick<ContactRow, 'id' | 'custom_fields'>[]
): Promise<void> => {
  const withValues = rows.flatMap(({ id, custom_fields }) => (custom_fields === null ? [] : [id]));
  if (withValues.length > 0) await indexStored(strapi, trx, contactFields, withValues);
  const ids = rows.map(({ id }) => id);
  await indexWords(strapi, trx, ids);
  await queueContacts(strapi, trx, ids, { all: true });
};

export const announceCreated = async (
  strapi: Core.Strapi,
  rows: Pick<ContactRow, 'id' | 'document_id'>[]
) => {
  if (rows.length === 0) return;
  const created = rows.map(({ id, document_id }) => ({ contactId: id, documentId: document_id }));
  await events(strapi).emit('contact.created', created);
};

export interface WrittenContact {
  before: ContactRow;
  after: ContactRow;
  /** What was handed to Strapi. */
  written: object;
}

export interface ContactChanges {
  states: StateChange[];
  statuses: StatusChange[];
  changes: ContactChange[];
}

export const finishUpdates = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  written: WrittenContact[]
): Promise<ContactChanges> => {
  const { states, statuses } = await recordDifferences(strapi, trx, written);
  const changes = written.map(({ before, ...rest }) => ({
    contactId: before.id,
    documentId: before.document_id,
    fields: changedFields(strapi, CONTACT_UID, { before, ...rest }),
  }));
  const idsWith = (isOne: (field: string) => boolean) =>
    changes.flatMap(({ contactId, fields }) => (fields.some(isOne) ? [contactId] : []));
  const valued = idsWith((field) => field === CUSTOM_VALUES);
  const reworded = idsWith((field) => INDEXED_FIELDS.has(field));
  if (valued.length > 0) await indexStored(strapi, trx, contactFields, valued);
  if (reworded.length > 0) await indexWords(strapi, trx, reworded);
  await queueChanges(
    strapi,
    trx,
    changes.map(({ contactId, fields }) => [contactId, { fields }] as const)
  );
  return { states, statuses, changes: changes.filter(({ fields }) => fields.length > 0) };
};

export const announceUpdates = async (
  strapi: Core.Strapi,
  { states, statuses, changes }: ContactChanges
): Promise<void> => {
  await announceStates(strapi, states);
  await announceStatuses(strapi, statuses);
  if (changes.length > 0) await events(strapi).emit('contact.changed', changes);
};

const recordDifferences = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  written: WrittenContact[]
) => {
  const made = { ...attribution(strapi), at: new Date() };
  const about = ({ id, document_id }: ContactRow) => ({
    contactId: id,
    documentId: document_id,
    ...made,
  });
  const states = written
    .filter(({ before, after }) => before.state !== after.state)
    .map(({ before, after }) => ({ ...about(before), from: before.state, to: after.state }));
  const moved = written.filter(({ before, after }) => before.status_id !== after.status_id);
  const names = moved.length > 0 ? await statusNames(strapi, trx) : new Map<number, string>();
  const nameOf = (id: number | null) => (id === null ? null : (names.get(id) ?? null));
  const statuses = moved.map(({ before, after }) => ({
    ...about(before),
    from: nameOf(before.status_id),
    to: nameOf(after.status_id),
  }));
  await recordChanges(strapi, trx, 'state', states);
  await recordChanges(strapi, trx, 'status', statuses);
  return { states, statuses };
};
