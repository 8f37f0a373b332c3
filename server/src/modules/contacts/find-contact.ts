/** Finding one contact by what identifies it. */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { isCleanText } from '../../platform/clean-text';
import { inTable } from '../../platform/sql/table';
import { CONTACTS_TABLE, type ContactKind, type ContactState } from './contract';
import { normalizeEmail } from '../../platform/normalize-email';

export interface FoundContact {
  id: number;
  documentId: string;
  kind: ContactKind;
  state: ContactState;
  email: string | null;
  firstName: string | null;
  middleName: string | null;
  lastName: string | null;
  /** Whether what this person does may be recorded. */
  monitored: boolean;
}

/** Takes an address as somebody typed it; null also for what is no address. */
export const findByEmail = async (
  strapi: Core.Strapi,
  email: string,
  trx?: Knex.Transaction
): Promise<FoundContact | null> => {
  const normalized = normalizeEmail(email);
  return normalized ? findBy(strapi, 'email', normalized, trx) : null;
};

export const findByDocumentId = (
  strapi: Core.Strapi,
  documentId: string,
  trx?: Knex.Transaction
): Promise<FoundContact | null> => findBy(strapi, 'document_id', documentId, trx);

export const findByExternalId = (
  strapi: Core.Strapi,
  externalId: string,
  trx?: Knex.Transaction
): Promise<FoundContact | null> => findBy(strapi, 'external_id', externalId.trim(), trx);

const findBy = async (
  strapi: Core.Strapi,
  column: 'email' | 'document_id' | 'external_id',
  value: string,
  trx?: Knex.Transaction
): Promise<FoundContact | null> => {
  if (!isCleanText(value)) return null;
  const row = await inTable(strapi, CONTACTS_TABLE, trx).where(column, value).first({
    id: 'id',
    documentId: 'document_id',
    kind: 'kind',
    state: 'state',
    email: 'email',
    firstName: 'first_name',
    middleName: 'middle_name',
    lastName: 'last_name',
    monitored: 'monitored',
  });
  if (!row) return null;
  const contact = row as unknown as Omit<FoundContact, 'monitored'> & {
    monitored: boolean | number | null;
  };
  return { ...contact, monitored: contact.monitored === null || Boolean(contact.monitored) };
};
