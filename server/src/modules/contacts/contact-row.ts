/** A contact as its table holds it. */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { inTable } from '../../platform/sql/table';
import { CONTACTS_TABLE, type ContactKind, type ContactState } from './contract';
import type { StoredContact } from './normalize-contact';

export type ContactRow = Record<string, unknown> & {
  id: number;
  document_id: string;
  kind: ContactKind;
  state: ContactState;
  email: string | null;
  country: string | null;
  status_id: number | null;
  /** JSON, as the driver hands it out. */
  custom_fields: unknown;
};

/** Locked until the transaction ends. */
export const lockContact = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  documentId: string
): Promise<ContactRow | null> =>
  (((await inTable(strapi, CONTACTS_TABLE, trx)
    .where('document_id', documentId)
    .forUpdate()
    .first('*')) as unknown) ?? null) as ContactRow | null;

export const readContact = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  id: number
): Promise<ContactRow> =>
  (await inTable(strapi, CONTACTS_TABLE, trx).where('id', id).first('*')) as unknown as ContactRow;

export const toStored = ({ kind, state, email, country }: StoredContact): StoredContact => ({
  kind,
  state,
  email,
  country,
});
