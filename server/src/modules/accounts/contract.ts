/** The words and shapes of accounts and memberships that other modules and the admin share. */
// Brings the file along that is added to below, also where only this contract is imported.
import type {} from '../../platform/events';

import type { FieldValue } from '../../platform/fields/contract';

export const ACCOUNT_UID = 'plugin::contact-management.account' as const;
export const ACCOUNT_STATUS_UID = 'plugin::contact-management.account-status' as const;
export const CONTACT_ROLE_UID = 'plugin::contact-management.contact-role' as const;
export const ACCOUNT_MEMBERSHIP_UID = 'plugin::contact-management.account-membership' as const;

export const ACCOUNTS_TABLE = 'cm_accounts' as const;
export const ACCOUNT_STATUSES_TABLE = 'cm_account_statuses' as const;
export const CONTACT_ROLES_TABLE = 'cm_contact_roles' as const;
export const ACCOUNT_MEMBERSHIPS_TABLE = 'cm_account_memberships' as const;

/** Events carry batches. None is ever empty. */
declare module '../../platform/events' {
  interface DomainEvents {
    'account.created': AccountRef[];
    'account.changed': AccountChange[];
    /** Emitted once the rows are gone; the numbers no longer resolve. */
    'account.deleted': AccountRef[];
    /** Contacts that became members, or are again. A membership made with its end in the past is none. */
    'membership.started': MembershipRef[];
    /** A role, a date or another field; whether it counts as current stayed as it was. */
    'membership.changed': MembershipChange[];
    /** Given an end that has come, or removed. A date that comes by itself is not announced. */
    'membership.ended': MembershipRef[];
  }
}

export interface AccountRef {
  accountId: number;
  documentId: string;
}

export interface AccountChange extends AccountRef {
  /** Names of the attributes whose value is another than before. */
  fields: string[];
}

export interface MembershipRef {
  membershipId: number;
  documentId: string;
  accountId: number;
  contactId: number;
}

export interface MembershipChange extends MembershipRef {
  /** Names of the attributes whose value is another than before. */
  fields: string[];
}

/** What the admin's screens get. Dates are ISO strings. */
export interface LabelView {
  documentId: string;
  name: string;
  displayName: string;
  color: string | null;
}

export interface NamedRef {
  documentId: string;
  name: string;
}

/** The site's own plain attributes are among them, under their names. */
export interface AccountView {
  documentId: string;
  name: string;
  accountType: string | null;
  industry: string | null;
  website?: string | null;
  city: string | null;
  country: string | null;
  employees: number | null;
  annualRevenue: number | null;
  status: LabelView | null;
  owner: { id: number; name: string } | null;
  parent: NamedRef | null;
  createdAt: string;
  /** Of the fields that were added in the settings, by code; empty ones are left out. */
  customFields: Record<string, FieldValue>;
  [attribute: string]: unknown;
}

export interface PersonView {
  documentId: string;
  displayName: string;
  email: string | null;
}

/** Every plain attribute, the site's own included. */
export interface AccountDetail extends AccountView {
  /** Null also for who may not read contacts. */
  primaryContact: PersonView | null;
  secondaryContact: PersonView | null;
}

export interface PageMeta {
  nextCursor: string | null;
  previousCursor: string | null;
  pageSize: number;
}

export interface AccountPage {
  data: AccountView[];
  meta: PageMeta;
}

export interface MembershipView {
  documentId: string;
  account: NamedRef;
  contact: PersonView;
  role: LabelView | null;
  jobTitle: string | null;
  /** Days. */
  since: string | null;
  until: string | null;
  current: boolean;
  isPrimary: boolean;
}

export interface MembershipPage {
  data: MembershipView[];
  meta: PageMeta;
}

/** Where a contact belongs, in a row of a list. */
export interface ContactAccount extends NamedRef {
  /** As it is displayed. */
  role: string | null;
  jobTitle: string | null;
}

/** What filters offer, by name. */
export interface AccountOptions {
  accountType: string[];
  industry: string[];
}

/** One account in the tree of parents and subsidiaries. */
export interface AccountNode extends NamedRef {
  status: LabelView | null;
  /** Accounts right below it. */
  children: number;
}

export interface AccountNodePage {
  data: AccountNode[];
  meta: PageMeta;
}

/** An account by its row number, alone or with everything below it. */
export interface AccountScope {
  accountId: number;
  subsidiaries: boolean;
}

/** Each contact counts once, as current if it is that anywhere. */
export interface PeopleRollUp {
  current: number;
  former: number;
  /** Accounts below: right below, or all of them with subsidiaries. */
  subsidiaries: number;
  /** Of many people, as they were counted last. */
  countedAt: string;
}
