/** Public items of events that carry row numbers alone: a query per batch for the document ids. */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { among } from '../../platform/sql/among';
import { dialectOf } from '../../platform/sql/dialect';
import { aliased } from '../../platform/sql/table';
import { ACCOUNTS_TABLE, type MembershipRef } from '../accounts';
import { CONTACTS_TABLE } from '../contacts';
import type { GroupMembers } from '../groups';
import type { PublicItem } from './contract';

/** Of contacts that are still there. */
export const memberItems = async (
  strapi: Core.Strapi,
  { contactIds, documentId, name }: GroupMembers
): Promise<PublicItem[]> => {
  const names = await documentIdsOf(strapi, CONTACTS_TABLE, contactIds);
  return [...names].map(([contactId, contact]) => ({
    contactId,
    data: { documentId: contact, group: { documentId, name } },
  }));
};

export const membershipItems = async (
  strapi: Core.Strapi,
  memberships: (MembershipRef & { fields?: string[] })[]
): Promise<PublicItem[]> => {
  const contacts = await documentIdsOf(
    strapi,
    CONTACTS_TABLE,
    memberships.map(({ contactId }) => contactId)
  );
  const accounts = await documentIdsOf(
    strapi,
    ACCOUNTS_TABLE,
    memberships.map(({ accountId }) => accountId)
  );
  return memberships.map(({ membershipId, documentId, accountId, contactId, fields }) => ({
    ...{ contactId, accountId, membershipId },
    data: {
      documentId,
      contact: refTo(contacts.get(contactId)),
      account: refTo(accounts.get(accountId)),
      ...(fields && { changedFields: fields }),
    },
  }));
};

/** Null for what went together with the membership. */
const refTo = (documentId: string | undefined) =>
  documentId === undefined ? null : { documentId };

const documentIdsOf = async (
  strapi: Core.Strapi,
  table: string,
  ids: number[]
): Promise<Map<number, string>> => {
  const found: Knex.QueryBuilder = aliased(strapi, { n: table }).select('n.id', 'n.document_id');
  const named = among(dialectOf(strapi), found, 'n.id', [...new Set(ids)]);
  const rows = (await named.orderBy('n.id')) as { id: number; document_id: string }[];
  return new Map(rows.map((row) => [row.id, row.document_id]));
};
