/** The words and shapes of contacts that other modules and the admin share. */
// Brings the file along that is added to below, also where only this contract is imported.
import type {} from '../../platform/events';

import type { FieldValue } from '../../platform/fields/contract';

export const CONTACT_STATES = ['prospect', 'partner', 'client', 'other'] as const;
export const CONTACT_KINDS = ['anonymous', 'known'] as const;
export const SUBSCRIPTIONS = [
  'none',
  'pending',
  'subscribed',
  'unsubscribed',
  'bounced',
  'complained',
] as const;
export const GENDERS = ['female', 'male', 'other'] as const;

export type ContactState = (typeof CONTACT_STATES)[number];
export type ContactKind = (typeof CONTACT_KINDS)[number];
export type Subscription = (typeof SUBSCRIPTIONS)[number];

export const CONTACT_UID = 'plugin::contact-management.contact' as const;
export const CONTACT_STATUS_UID = 'plugin::contact-management.contact-status' as const;
export const CONTACTS_TABLE = 'cm_contacts' as const;
export const CONTACT_STATUSES_TABLE = 'cm_contact_statuses' as const;
export const STATE_HISTORY_TABLE = 'cm_state_history' as const;

/** Events carry batches, because bulk changes make thousands at once. None is ever empty. */
declare module '../../platform/events' {
  interface DomainEvents {
    'contact.created': ContactRef[];
    /** After `contact.created`: a deletion was undone, and what hung on these contacts is back as it was then. */
    'contact.restored': ContactRef[];
    'contact.changed': ContactChange[];
    'contact.state-changed': StateChange[];
    'contact.status-changed': StatusChange[];
    /** Emitted once the rows are gone; the numbers no longer resolve. */
    'contact.deleted': ErasedContacts;
  }
}

export interface ContactRef {
  contactId: number;
  documentId: string;
}

export interface ContactChange extends ContactRef {
  /** Names of the attributes whose value is another than before. */
  fields: string[];
}

export interface ErasedContacts {
  contactIds: number[];
  documentIds: string[];
}

interface Change<Value> extends ContactRef {
  from: Value | null;
  to: Value | null;
  /** `admin:<id>`, `token:<id>`, `user:<id>`, `site`, `visitor` … */
  by: string;
  why: string;
  at: Date;
}
export type StateChange = Change<ContactState>;
/** Status names (codes), not their display names. */
export type StatusChange = Change<string>;

/** What the admin's screens get; see docs/reference/http-api.md. Dates are ISO strings. */
export interface StatusView {
  documentId: string;
  name: string;
  displayName: string;
  color: string | null;
  order: number;
}

export interface OwnerView {
  /** Of the admin user. */
  id: number;
  name: string;
}

/** The site's own plain attributes are among them, under their names. */
export interface ContactView {
  documentId: string;
  displayName: string;
  kind: ContactKind;
  email: string | null;
  companyName: string | null;
  jobTitle: string | null;
  phone: string | null;
  city: string | null;
  country: string | null;
  state: ContactState;
  status: Omit<StatusView, 'order'> | null;
  owner: OwnerView | null;
  subscription: Subscription;
  score: number | null;
  firstSeenAt: string | null;
  lastActivityAt: string | null;
  createdAt: string;
  /** Of the fields that were added in the settings, by code; empty ones are left out. */
  customFields: Record<string, FieldValue>;
  [attribute: string]: unknown;
}

/** Every plain attribute, the site's own included. */
export type ContactDetail = ContactView;

export interface ContactPage {
  data: ContactView[];
  meta: { nextCursor: string | null; previousCursor: string | null; pageSize: number };
}

export interface ContactCount {
  count: number;
  /** Otherwise there are at least so many, or about so many. */
  exact: boolean;
}

/** What the command bar shows of somebody. */
export type FoundContact = Pick<
  ContactView,
  'documentId' | 'displayName' | 'email' | 'companyName'
>;
