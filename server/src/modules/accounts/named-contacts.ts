/** The contacts that an account names stay while it is written. */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { toValidationError } from '../../platform/field-problem';
import { inTable } from '../../platform/sql/table';
import { CONTACTS_TABLE } from '../contacts';
import type { AccountData } from './normalize-account';

const NAMED = ['primaryContact', 'secondaryContact'] as const;

/**
 * By now a contact that is given is a row number. Accounts are locked before contacts. Throws a
 * ValidationError for each field whose contact is gone.
 */
export const holdContacts = async (
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  data: AccountData
): Promise<void> => {
  const given = NAMED.filter((field) => typeof data[field] === 'number');
  if (given.length === 0) return;
  const held: unknown[] = await inTable(strapi, CONTACTS_TABLE, trx)
    .whereIn(
      'id',
      given.map((field) => Number(data[field]))
    )
    .orderBy('id')
    .forShare()
    .pluck('id');
  const there = new Set(held.map(Number));
  const gone = given.filter((field) => !there.has(Number(data[field])));
  if (gone.length === 0) return;
  throw toValidationError(gone.map((field) => ({ field, message: 'There is no such contact' })));
};
