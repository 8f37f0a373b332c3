/** A contact as its table holds it, and what differs between two readings of it. */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { inTable } from '../../platform/sql/table';
import { CONTACTS_TABLE, CONTACT_UID, type ContactKind, type ContactState } from './contract';
import type { StoredContact } from './normalize-contact';

export type ContactRow = Record<string, unknown> & {
  id: number;
  document_id: string;
  kind: ContactKind;
  state: ContactState;
  email: string | null;
  country: string | null;
  status_id: number | null;
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

/** Strapi sets these at every update. */
const BOOKKEEPING = new Set(['updatedAt', 'updatedBy', 'publishedAt']);

/** Names of the attributes that changed; those without a column count when `written` has them. */
export const changedFields = (
  strapi: Core.Strapi,
  { before, after, written }: { before: ContactRow; after: ContactRow; written: object }
): string[] => {
  const columns = columnsOf(strapi);
  return Object.keys(strapi.contentType(CONTACT_UID).attributes).filter((name) => {
    if (BOOKKEEPING.has(name)) return false;
    const column = columns.get(name);
    return column ? !same(before[column], after[column]) : Object.hasOwn(written, name);
  });
};

const same = (left: unknown, right: unknown): boolean => comparable(left) === comparable(right);

const comparable = (value: unknown): unknown => {
  if (value instanceof Date) return value.getTime();
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : (value ?? null);
};

interface ColumnAttribute {
  type: string;
  columnName?: string;
  joinColumn?: { name: string };
  owner?: boolean;
}

/** Attribute → column, for the attributes that have one in the contacts' own table. */
const columnsOf = (strapi: Core.Strapi): Map<string, string> => {
  const { attributes } = strapi.db.metadata.get(CONTACT_UID);
  const columns = new Map<string, string>();
  for (const [name, attribute] of Object.entries(attributes) as [string, ColumnAttribute][]) {
    const joined = attribute.owner ? attribute.joinColumn?.name : undefined;
    const column = attribute.type === 'relation' ? joined : (attribute.columnName ?? name);
    if (column) columns.set(name, column);
  }
  return columns;
};
