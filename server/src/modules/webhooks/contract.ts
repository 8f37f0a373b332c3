/** What webhooks tell the outside, and what the admin gets to see of them. */

/** As they are called in a webhook; on Strapi's event hub `contact-management.` stands in front. */
export const PUBLIC_EVENT_TYPES = [
  'contact.created',
  'contact.updated',
  'contact.state-changed',
  'contact.status-changed',
  'contact.score-reached',
  'contact.merged',
  'contact.deleted',
  'account.created',
  'account.updated',
  'account.deleted',
  'membership.started',
  'membership.updated',
  'membership.ended',
  'group.member-added',
  'group.member-removed',
  'group.deleted',
] as const;
export type PublicEventType = (typeof PUBLIC_EVENT_TYPES)[number];

/** Sent by "Send a test" alone; nobody subscribes to it. */
export const TEST_EVENT = 'test' as const;

/** Things an event is about, described before they are sent. */
export type Subject = 'contact' | 'account' | 'membership';

/** What happened to one thing. */
export interface PublicItem {
  /** Where a person's data is in it: the item goes when the contact is erased. Never sent. */
  contactId: number | null;
  accountId?: number;
  membershipId?: number;
  data: Record<string, unknown> & { documentId: string };
}

export interface PublicEvent {
  type: PublicEventType;
  /** Null where the thing is gone and only its document id is left to tell. */
  describe: Subject | null;
  items: PublicItem[];
}

/** The body of a webhook. */
export interface WebhookPayload {
  /** The same at every attempt. */
  id: string;
  type: PublicEventType | typeof TEST_EVENT;
  /** ISO 8601, UTC: when it happened. */
  at: string;
  /** At most 100. */
  data: Record<string, unknown>[];
}

/** What a listener on Strapi's event hub is called with: no more than what happened to whom. */
export type HubEvent = Pick<WebhookPayload, 'at' | 'data'> & { type: PublicEventType };

export type SwitchedOff = 'failing' | 'gone';

export interface WebhookView {
  id: string;
  name: string;
  url: string;
  events: PublicEventType[];
  enabled: boolean;
  /** Names only: their values may be passwords. */
  headers: string[];
  /** Since when no attempt succeeded; ISO. */
  failingSince: string | null;
  /** Why the server switched it off: failed for days, or the endpoint said it is gone (410). */
  switchedOff: SwitchedOff | null;
  createdAt: string;
}

/** Shown this once. */
export interface WebhookWithSecret extends WebhookView {
  secret: string;
}

export interface WebhookList {
  data: WebhookView[];
  meta: { events: PublicEventType[] };
}

export const DELIVERY_STATUSES = ['pending', 'delivered', 'failed'] as const;
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

export interface DeliveryView {
  id: string;
  messageId: string;
  type: string;
  status: DeliveryStatus;
  attempts: number;
  /** ISO; null when none will be made. */
  nextAttemptAt: string | null;
  responseStatus: number | null;
  /** The first kilobyte of the answer. */
  response: string | null;
  durationMilliseconds: number | null;
  /** A sentence for people. */
  error: string | null;
  createdAt: string;
}

export interface DeliveryPage {
  data: DeliveryView[];
  meta: { nextCursor: string | null };
}
