/** What a claim writes to a contact, through the document service, so that every rule and webhook counts. */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { attributed } from '../../platform/actor';
import { isRecord } from '../../platform/records';
import { inTable } from '../../platform/sql/table';
import { CONTACT_UID, CONTACTS_TABLE } from '../contacts';
import type { ConsentGiven } from '../privacy';

export interface ContactClaim {
  /** Normalised; null when the site only named its own id of the person. */
  email: string | null;
  /** The person's id in the site's own system. Only ever with proof. */
  externalId?: string;
  /** Contact attributes, checked (see `traitsToContact`). */
  data: Record<string, unknown>;
  /** A signed token, a write key or a login with a confirmed e-mail stands behind this. */
  proven: boolean;
  /** Why: `identify`, `form:newsletter`, `registration`, `login`. */
  source: string;
  /** Epoch milliseconds. */
  at: number;
  consent?: ConsentGiven;
}

/** A new known contact, as the claim describes it. */
export const known = (claim: ContactClaim): Record<string, unknown> => ({
  ...claim.data,
  ...identifiersOf(claim),
  source: claim.source,
  kind: 'known',
  ...(claim.consent?.email ? { subscription: 'subscribed' } : {}),
});

const identifiersOf = ({ email, externalId }: ContactClaim) => ({
  ...(email === null ? {} : { email }),
  ...(externalId === undefined ? {} : { externalId }),
});

export const createContact = async (strapi: Core.Strapi, claim: ContactClaim): Promise<number> => {
  const seen = new Date(claim.at);
  return create(strapi, { ...known(claim), firstSeenAt: seen, lastActivityAt: seen });
};

export const createAnonymous = async (strapi: Core.Strapi, at: number): Promise<number> => {
  const seen = new Date(at);
  const anonymous = { kind: 'anonymous', state: 'other' };
  return create(strapi, { ...anonymous, firstSeenAt: seen, lastActivityAt: seen });
};

/** A visit cannot fill in the fields that editors made required. */
const create = async (strapi: Core.Strapi, data: object): Promise<number> => {
  const created = await attributed({ by: 'visitor' }, () =>
    strapi.documents(CONTACT_UID).create({ data: data as never })
  );
  return Number(created.id);
};

/**
 * What a claim may change of a contact that exists: everything with proof; only what is empty when the
 * contact grew out of this very browser; otherwise nothing, but that a subscription waits for its
 * confirmation.
 */
export const changeOwner = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  contactId: number,
  { own = false, ...claim }: ContactClaim & { own?: boolean }
): Promise<void> => {
  const { data, consent, proven } = claim;
  const stored: unknown = await strapi.db.query(CONTACT_UID).findOne({ where: { id: contactId } });
  const before = isRecord(stored) ? stored : {};
  const wanted = { ...data, ...(consent?.email ? { subscription: 'subscribed' } : {}) };
  if (proven) {
    const identifiers = await freeIdentifiers(strapi, trx, contactId, claim);
    return rewrite(strapi, trx, contactId, { ...wanted, ...identifiers });
  }
  if (own) {
    const fills = Object.entries(wanted).filter(([name]) => isEmpty(name, before[name]));
    return rewrite(strapi, trx, contactId, Object.fromEntries(fills));
  }
  if (consent?.email && before.subscription === 'none') {
    await rewrite(strapi, trx, contactId, { subscription: 'pending' });
  }
};

/** A site may rename its people, but an e-mail or id that is another contact's stays with that one. */
const freeIdentifiers = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  contactId: number,
  { email, externalId }: ContactClaim
): Promise<Record<string, string>> => {
  if (externalId === undefined) return {};
  const taken = async (column: 'email' | 'external_id', value: string) =>
    (await inTable(strapi, CONTACTS_TABLE, trx)
      .where(column, value)
      .whereNot('id', contactId)
      .first('id')) !== undefined;
  const stored = await inTable(strapi, CONTACTS_TABLE, trx)
    .where('id', contactId)
    .first('external_id');
  const named = stored?.external_id !== null;
  return {
    ...(email === null || (await taken('email', email)) ? {} : { email }),
    ...(named || (await taken('external_id', externalId)) ? {} : { externalId }),
  };
};

const isEmpty = (name: string, value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  (name === 'subscription' && value === 'none');

export const rewrite = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  contactId: number,
  data: Record<string, unknown>
): Promise<void> => {
  if (Object.keys(data).length === 0) return;
  const documentId = await documentIdOf(strapi, trx, contactId);
  await strapi.documents(CONTACT_UID).update({ documentId, data: data as never });
};

export const documentIdOf = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  contactId: number
): Promise<string> => {
  const row = await inTable(strapi, CONTACTS_TABLE, trx)
    .where('id', contactId)
    .first('document_id');
  if (!row) throw new Error(`Contact ${contactId} vanished while it was being recognised`);
  return String(row.document_id);
};
