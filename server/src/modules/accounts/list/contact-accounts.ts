/** Where contacts belong: a column and a filter of the contact list. */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { ListColumn } from '../../../platform/list-columns';
import type { ListFilter } from '../../../platform/list-filters';
import { aliased } from '../../../platform/sql/table';
import { CONTACT_UID } from '../../contacts';
import {
  ACCOUNT_MEMBERSHIPS_TABLE,
  ACCOUNTS_TABLE,
  CONTACT_ROLES_TABLE,
  type ContactAccount,
} from '../contract';
import { CURRENT, today } from '../membership-dates';

interface Row extends ContactAccount {
  contactId: number;
}

const current = (strapi: Core.Strapi): Knex.QueryBuilder =>
  aliased(strapi, { m: ACCOUNT_MEMBERSHIPS_TABLE })
    .join({ a: ACCOUNTS_TABLE }, 'a.id', 'm.account_id')
    .whereRaw(CURRENT, [today()]);

/** The main account first, then those that came last. */
export const accountsColumn: ListColumn<ContactAccount[]> = {
  of: CONTACT_UID,
  name: 'accounts',
  permission: 'accounts.read',

  async read(strapi, ids) {
    const rows: Row[] = await current(strapi)
      .leftJoin({ r: CONTACT_ROLES_TABLE }, 'r.id', 'm.role_id')
      .whereIn('m.contact_id', ids)
      .orderBy([
        { column: 'm.is_primary', order: 'desc' },
        { column: 'm.id', order: 'desc' },
      ])
      .select({
        contactId: 'm.contact_id',
        documentId: 'a.document_id',
        name: 'a.name',
        role: 'r.display_name',
        jobTitle: 'm.job_title',
      });
    const accounts = new Map<number, ContactAccount[]>();
    for (const { contactId, ...account } of rows) {
      accounts.set(contactId, [...(accounts.get(contactId) ?? []), account]);
    }
    return accounts;
  },

  toCell: (accounts) =>
    accounts
      .map(({ name, role, jobTitle }) =>
        (role ?? jobTitle) ? `${name} (${role ?? jobTitle})` : name
      )
      .join('; '),
};

/** Current members of any of the accounts with these document ids. */
export const accountFilter: ListFilter = {
  of: CONTACT_UID,
  parameter: 'account',
  permission: 'accounts.read',
  scope: 'plugin::contact-management.account-membership.find',
  rows: (strapi, documentIds) =>
    current(strapi).whereIn('a.document_id', documentIds).select('m.contact_id'),
};
