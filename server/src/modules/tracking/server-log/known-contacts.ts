/**
 * The contacts that e-mail addresses belong to; addresses nobody has get a known contact. A fixed
 * number of queries, however many addresses. Two writers at once make one contact of an address.
 */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { isCleanText } from '../../../platform/clean-text';
import { now } from '../../../platform/clock';
import { events } from '../../../platform/plugin';
import { inTable } from '../../../platform/sql/table';
import { commitThenAnnounce } from '../../../platform/transaction';
import { CONTACT_UID, CONTACTS_TABLE, contacts } from '../../contacts';

export interface LoggedContact {
  id: number;
  documentId: string;
  /** False: nothing this person does is recorded. */
  monitored: boolean;
}

export interface NewContact {
  /** Normalised. */
  email: string;
  /** Epoch milliseconds of what they did first. */
  firstSeenAt: number;
}

const ATTEMPTS = 8;

/** By e-mail. `source` says where those that are new came from: `registration`, `api::order.order` … */
export const knownContacts = async (
  strapi: Core.Strapi,
  wanted: NewContact[],
  source: string,
  attempt = 1
): Promise<Map<string, LoggedContact>> => {
  const byEmail = earliestOfEach(wanted);
  const found = await findContacts(strapi, 'email', [...byEmail.keys()]);
  const missing = [...byEmail.values()].filter(({ email }) => !found.has(email));
  if (missing.length === 0) return found;
  try {
    const created = await create(strapi, missing, source);
    return new Map([...found, ...created]);
  } catch (error) {
    // Somebody else made one of them in between: look again.
    const { size } = await findContacts(strapi, 'email', [...byEmail.keys()]);
    if (attempt >= ATTEMPTS || size === found.size) throw error;
    return knownContacts(strapi, wanted, source, attempt + 1);
  }
};

export type ContactKey = 'document_id' | 'email' | 'external_id';

/** By the key's value; whoever is not there is left out. */
export const findContacts = async (
  strapi: Core.Strapi,
  key: ContactKey,
  given: string[],
  trx?: Knex.Transaction
): Promise<Map<string, LoggedContact>> => {
  const values = given.filter(isCleanText);
  if (values.length === 0) return new Map();
  const rows = (await inTable(strapi, CONTACTS_TABLE, trx)
    .whereIn(key, values)
    .select('id', 'document_id', 'monitored', { key })) as unknown as Found[];
  return new Map(
    rows.map(({ id, document_id, monitored, key: value }) => [
      value,
      { id, documentId: document_id, monitored: monitored === null || Boolean(monitored) },
    ])
  );
};

interface Found {
  id: number;
  document_id: string;
  monitored: boolean | number | null;
  key: string;
}

const earliestOfEach = (wanted: NewContact[]): Map<string, NewContact> => {
  const earliest = new Map<string, NewContact>();
  for (const contact of wanted) {
    const other = earliest.get(contact.email);
    if (!other || contact.firstSeenAt < other.firstSeenAt) earliest.set(contact.email, contact);
  }
  return earliest;
};

/** Below the document service, which writes one by one; its rules hold by what is written here. */
const create = (strapi: Core.Strapi, missing: NewContact[], source: string) =>
  commitThenAnnounce(strapi, async (trx) => {
    await strapi.db.query(CONTACT_UID).createMany({ data: missing.map(asKnown(source)) });
    const emails = missing.map(({ email }) => email);
    const created = await findContacts(strapi, 'email', emails, trx);
    const references = [...created.values()].map(({ id, documentId }) => ({
      contactId: id,
      documentId,
    }));
    await contacts(strapi).indexWords(
      trx,
      references.map(({ contactId }) => contactId)
    );
    return {
      result: created,
      announce: () => events(strapi).emit('contact.created', references),
    };
  });

const asKnown = (source: string) => {
  const at = new Date(now());
  return ({ email, firstSeenAt }: NewContact) => ({
    email,
    source,
    kind: 'known',
    state: 'prospect',
    firstSeenAt: new Date(firstSeenAt),
    identifiedAt: at,
    publishedAt: at,
  });
};
