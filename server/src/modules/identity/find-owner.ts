/** Whom a claim means: the contact with the site's own id where one is named, else with the e-mail. */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { inTable } from '../../platform/sql/table';
import { CONTACTS_TABLE, contacts } from '../contacts';
import type { ContactClaim } from './claimed-contact';
import type { VisitorLink } from './contract';
import type { Owner } from './recognise';

export type Named = Pick<ContactClaim, 'email' | 'externalId'>;

/** In a transaction the contact is locked: it is not erased before what is done to it is done. */
export const findOwner = async (
  strapi: Core.Strapi,
  { email, externalId }: Named,
  trx?: Knex.Transaction
): Promise<Owner | null> => {
  const byId =
    externalId === undefined ? null : await contacts(strapi).findByExternalId(externalId, trx);
  const found = byId ?? (email === null ? null : await contacts(strapi).findByEmail(email, trx));
  if (!found || (trx && !(await lock(strapi, trx, found.id)))) return null;
  return { contactId: found.id, monitored: found.monitored };
};

/** By its number: on MariaDB, locking an e-mail that nobody has yet would lock the gap around it. */
const lock = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  contactId: number
): Promise<boolean> => {
  const query = inTable(strapi, CONTACTS_TABLE, trx).where('id', contactId).forUpdate();
  return (await query.first('id')) !== undefined;
};

/**
 * The site names its id for a known visitor whose contact has none yet, and no other e-mail: they are
 * the same person. A browser that only claims to be that contact does not pass the id on to it.
 */
export const ownerOrSelf = (
  owner: Owner | null,
  { email, externalId }: Named,
  visitor: { contactId: number; known: boolean; externalId: string | null; link: VisitorLink }
): Owner | null => {
  if (owner || externalId === undefined || email !== null) return owner;
  const nameless = visitor.known && visitor.externalId === null && visitor.link !== 'claimed';
  return nameless ? { contactId: visitor.contactId, monitored: true } : null;
};
