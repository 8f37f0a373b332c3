/** Accounts and their people in tests. */
import {
  ACCOUNT_MEMBERSHIP_UID,
  ACCOUNT_STATUS_UID,
  ACCOUNT_UID,
  CONTACT_ROLE_UID,
} from '../../server/src/modules/accounts';
import { CONTACT_UID } from '../../server/src/modules/contacts';
import { documentsOf, type Entry } from './documents';
import type { TestSite } from './strapi';

export const accountsOf = (site: TestSite) => {
  const accounts = documentsOf(site, ACCOUNT_UID);
  const memberships = documentsOf(site, ACCOUNT_MEMBERSHIP_UID);
  return {
    accounts,
    memberships,
    newAccount: (name: string, data: object = {}): Promise<Entry> =>
      accounts.create({ data: { name, ...data } }),
    newContact: (data: object = {}): Promise<Entry> =>
      documentsOf(site, CONTACT_UID).create({ data }),
    newRole: (name: string): Promise<Entry> =>
      documentsOf(site, CONTACT_ROLE_UID).create({ data: { name, displayName: name } }),
    newStatus: (name: string): Promise<Entry> =>
      documentsOf(site, ACCOUNT_STATUS_UID).create({ data: { name, displayName: name } }),
    join: (account: Entry, contact: Entry, data: object = {}): Promise<Entry> =>
      memberships.create({
        data: { account: account.documentId, contact: contact.documentId, ...data },
      }),
    /** With everything a relation names. */
    membership: (documentId: string): Promise<Entry | null> =>
      memberships.findOne({ documentId, populate: ['account', 'contact', 'role'] }),
  };
};
