/**
 * The invariants of contacts, for every write of the document service: one spelling of what is
 * compared, the rules of kind and state, history of state and status, erasure with the contact.
 */
import type { Core } from '@strapi/strapi';
import { guardDocuments, type DocumentGuard } from '../../platform/document-writes';
import { toValidationError } from '../../platform/field-problem';
import { type FieldDefinition } from '../../platform/fields/contract';
import { checkValues } from '../../platform/fields/guard-values';
import { retryConflicts } from '../../platform/retry-conflicts';
import { commitThenAnnounce } from '../../platform/transaction';
import { explainingTaken } from '../../platform/unique-fields';
import { contactFields } from './contact-entity';
import { lockContact, readContact, toStored, type ContactRow } from './contact-row';
import { announceCreated, announceUpdates, finishCreates, finishUpdates } from './contact-written';
import { CONTACT_UID } from './contract';
import { announceErased, contactsToErase, eraseContactData } from './erase';
import { normalizeContact, type ContactData } from './normalize-contact';
import { UNIQUE_FIELDS } from './unique-fields';

export const guardContacts = (strapi: Core.Strapi): void => {
  guardDocuments(strapi, CONTACT_UID, {
    create: unlessTogether(create),
    clone,
    update: unlessTogether(update),
    delete: erase,
  });
};

const normalized = async (
  strapi: Core.Strapi,
  given: ContactData,
  { before, definitions }: { before: ContactRow | null; definitions?: FieldDefinition[] }
): Promise<ContactData> => {
  const { data, problems } = normalizeContact(given, before && toStored(before), new Date());
  const country = data.country === undefined ? before?.country : data.country;
  const ofValues = await checkValues(strapi, contactFields, {
    data,
    before,
    country: typeof country === 'string' ? country : null,
    definitions,
  });
  if (problems.length + ofValues.length > 0) throw toValidationError([...problems, ...ofValues]);
  return data;
};

const create: DocumentGuard = (strapi, write, next) =>
  explainingTaken(UNIQUE_FIELDS, () =>
    commitThenAnnounce(strapi, async (trx) => {
      write.data = await normalized(strapi, write.data, { before: null });
      const result = await next();
      const contact = await readContact(strapi, trx, (result as { id: number }).id);
      await finishCreates(strapi, trx, [contact]);
      return { result, announce: () => announceCreated(strapi, [contact]) };
    })
  );

/** What is not overridden comes from a contact that has been normalised. */
const clone: DocumentGuard = (strapi, write, next) =>
  explainingTaken(UNIQUE_FIELDS, () =>
    commitThenAnnounce(strapi, async (trx) => {
      const original = write.documentId ? await lockContact(strapi, trx, write.documentId) : null;
      write.data = await normalized(strapi, write.data, { before: original });
      const result = await next();
      const { entries } = result as { entries: { id: number }[] };
      const contacts = await Promise.all(entries.map(({ id }) => readContact(strapi, trx, id)));
      await finishCreates(strapi, trx, contacts);
      return { result, announce: () => announceCreated(strapi, contacts) };
    })
  );

const update: DocumentGuard = (strapi, write, next) =>
  explainingTaken(UNIQUE_FIELDS, () =>
    commitThenAnnounce(strapi, async (trx) => {
      const before = write.documentId ? await lockContact(strapi, trx, write.documentId) : null;
      if (!before) return { result: await next(), announce: () => Promise.resolve() };
      write.data = await normalized(strapi, write.data, { before });
      const result = await next();
      const after = await readContact(strapi, trx, before.id);
      const changed = await finishUpdates(strapi, trx, [{ before, after, written: write.data }]);
      return { result, announce: () => announceUpdates(strapi, changed) };
    })
  );

/** Of a contact that is written together with others: what belongs to it is done for all of them. */
export interface ContactFacts {
  /** As it is, locked; null for a new one. */
  before: ContactRow | null;
  /** Of the settings' fields, those in use. */
  definitions: FieldDefinition[];
}

const unlessTogether =
  (guard: DocumentGuard): DocumentGuard =>
  async (strapi, write, next) => {
    if (write.facts === undefined) return guard(strapi, write, next);
    write.data = await normalized(strapi, write.data, write.facts as ContactFacts);
    return next();
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
  return retryConflicts(strapi, eraseOnce, { mayRepeat: () => !passedOn });
};
