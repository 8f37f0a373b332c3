/** What is told of contacts: plain fields, chosen one by one. */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { findRows } from '../../platform/find-rows';
import { inTable } from '../../platform/sql/table';
import { contacts, CONTACTS_TABLE, CONTACT_UID } from '../contacts';
import { pick, type Told } from './told';

const FIELDS = [
  'documentId',
  'externalId',
  'email',
  'firstName',
  'middleName',
  'lastName',
  'companyName',
  'jobTitle',
  'language',
  'country',
  'kind',
  'state',
] as const;

type Contact = { [Field in (typeof FIELDS)[number]]: string | null } & {
  id: number;
  documentId: string;
  status: { name: string } | null;
};

/** By row number; contacts that are gone are left out. Inside `trx`, which holds them until its end. */
export const toldContacts = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  ids: number[]
): Promise<Map<number, Told>> => {
  await inTable(strapi, CONTACTS_TABLE, trx)
    .whereIn('id', ids)
    .orderBy('id')
    .forShare()
    .select('id');
  const found = await findRows<Contact>(strapi, CONTACT_UID, {
    where: { id: { $in: ids } },
    select: ['id', ...FIELDS],
    populate: { status: { select: ['name'] } },
  });
  const { displayNameOf } = contacts(strapi);
  return new Map(
    found.map((contact) => [
      contact.id,
      {
        ...pick(contact, FIELDS),
        displayName: displayNameOf(contact),
        status: contact.status?.name ?? null,
      },
    ])
  );
};
