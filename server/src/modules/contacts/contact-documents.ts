/**
 * The invariants of contacts, for every write of the document service: one spelling of what is
 * compared, the rules of kind and state, history of state and status, erasure with the contact.
 */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { attribution } from '../../platform/actor';
import { guardDocuments, type DocumentGuard } from '../../platform/document-writes';
import { events } from '../../platform/plugin';
import { retryConflicts } from '../../platform/retry-conflicts';
import { commitThenAnnounce } from '../../platform/transaction';
import { announceStates, announceStatuses, statusNames } from './change-state';
import { changedFields, lockContact, readContact, toStored, type ContactRow } from './contact-row';
import { CONTACT_UID, type StateChange, type StatusChange } from './contract';
import { announceErased, contactsToErase, eraseContactData } from './erase';
import { normalizeContact, type ContactData, type StoredContact } from './normalize-contact';
import { INDEXED_FIELDS, indexWords } from './search/index-words';
import { recordChanges } from './state-history';
import { explainingTaken, toValidationError } from './unique-fields';

export const guardContacts = (strapi: Core.Strapi): void => {
  guardDocuments(strapi, CONTACT_UID, { create, clone, update, delete: erase });
};

const normalized = (given: ContactData, stored: StoredContact | null): ContactData => {
  const { data, problems } = normalizeContact(given, stored, new Date());
  if (problems.length > 0) throw toValidationError(problems);
  return data;
};

const create: DocumentGuard = (strapi, write, next) => {
  write.data = normalized(write.data, null);
  return explainingTaken(() =>
    commitThenAnnounce(strapi, async (trx) => {
      const result = await next();
      const contact = await readContact(strapi, trx, (result as { id: number }).id);
      await indexWords(strapi, trx, [contact.id]);
      return { result, announce: () => announceCreated(strapi, [contact]) };
    })
  );
};

/** What is not overridden comes from a contact that has been normalised. */
const clone: DocumentGuard = (strapi, write, next) =>
  explainingTaken(() =>
    commitThenAnnounce(strapi, async (trx) => {
      const original = write.documentId ? await lockContact(strapi, trx, write.documentId) : null;
      write.data = normalized(write.data, original && toStored(original));
      const result = await next();
      const { entries } = result as { entries: { id: number }[] };
      const contacts = await Promise.all(entries.map(({ id }) => readContact(strapi, trx, id)));
      await indexWords(
        strapi,
        trx,
        contacts.map(({ id }) => id)
      );
      return { result, announce: () => announceCreated(strapi, contacts) };
    })
  );

const announceCreated = async (strapi: Core.Strapi, rows: ContactRow[]) => {
  if (rows.length === 0) return;
  const created = rows.map(({ id, document_id }) => ({ contactId: id, documentId: document_id }));
  await events(strapi).emit('contact.created', created);
};

const update: DocumentGuard = (strapi, write, next) =>
  explainingTaken(() =>
    commitThenAnnounce(strapi, async (trx) => {
      const before = write.documentId ? await lockContact(strapi, trx, write.documentId) : null;
      if (!before) return { result: await next(), announce: () => Promise.resolve() };
      write.data = normalized(write.data, toStored(before));
      const result = await next();
      const after = await readContact(strapi, trx, before.id);
      const { states, statuses } = await recordDifference(strapi, trx, { before, after });
      const fields = changedFields(strapi, { before, after, written: write.data });
      if (fields.some((field) => INDEXED_FIELDS.has(field))) {
        await indexWords(strapi, trx, [before.id]);
      }
      return {
        result,
        announce: async () => {
          await announceStates(strapi, states);
          await announceStatuses(strapi, statuses);
          if (fields.length === 0) return;
          const { id: contactId, document_id: documentId } = before;
          await events(strapi).emit('contact.changed', [{ contactId, documentId, fields }]);
        },
      };
    })
  );

const recordDifference = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  { before, after }: { before: ContactRow; after: ContactRow }
) => {
  const common = {
    contactId: before.id,
    documentId: before.document_id,
    ...attribution(strapi),
    at: new Date(),
  };
  const states: StateChange[] = [];
  const statuses: StatusChange[] = [];
  if (before.state !== after.state) {
    states.push({ ...common, from: before.state, to: after.state });
    await recordChanges(strapi, trx, 'state', states);
  }
  if (before.status_id !== after.status_id) {
    const names = await statusNames(strapi, trx);
    const nameOf = (id: number | null) => (id === null ? null : (names.get(id) ?? null));
    statuses.push({ ...common, from: nameOf(before.status_id), to: nameOf(after.status_id) });
    await recordChanges(strapi, trx, 'status', statuses);
  }
  return { states, statuses };
};

/** Conflicts arise while the rows around the contact are locked and removed, before Strapi's delete. */
const erase: DocumentGuard = (strapi, write, next) => {
  let passedOn = false;
  const eraseOnce = () =>
    commitThenAnnounce(strapi, async (trx) => {
      const erased = await contactsToErase(strapi, trx, write.documentId ? [write.documentId] : []);
      await eraseContactData(strapi, trx, erased.contactIds);
      passedOn = true;
      const result = await next();
      return { result, announce: () => announceErased(strapi, erased) };
    });
  return retryConflicts(strapi, eraseOnce, () => !passedOn);
};
