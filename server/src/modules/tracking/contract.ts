/** What the tracking endpoints and the tracking screens take and answer. */
import type { Edition } from '../../config';
import type { ActivityView } from '../activities';
import type { ContactKind, ContactState } from '../contacts';

export const REJECTION_CODES = [
  'invalid-event',
  'invalid-time',
  'invalid-url',
  'unknown-type',
  'data-too-large',
  'unknown-contact',
  'not-monitored',
] as const;
export type RejectionCode = (typeof REJECTION_CODES)[number];

/** One event that was not taken, by its place in the request, and why. */
export interface Rejection {
  index: number;
  code: RejectionCode;
  message: string;
}

export type IgnoredReason = 'bot' | 'consent' | 'gpc' | 'not-monitored';

export type CollectAnswer =
  | { accepted: number; duplicates: number; rejected: Rejection[]; visitor: string }
  | { accepted: 0; ignored: IgnoredReason };

/** What `POST /api/contact-management/events` answers. */
export interface EventsAnswer {
  accepted: number;
  /** Event ids that are stored already. */
  duplicates: number;
  rejected: Rejection[];
}

/** An event as it was sent, checked but not yet anybody's. */
export type CollectedEvent = Pick<
  ActivityView,
  | 'eventId'
  | 'type'
  | 'title'
  | 'url'
  | 'referrer'
  | 'value'
  | 'item'
  | 'utmSource'
  | 'utmMedium'
  | 'utmCampaign'
  | 'utmTerm'
  | 'utmContent'
  | 'locale'
  | 'data'
> & {
  /** Epoch milliseconds, clamped to what the contract allows. */
  occurredAt: number;
};

/** Who is on the site now: active in the last five minutes, latest first. */
export interface LiveView {
  visitorsNow: number;
  /** At most 100. */
  visitors: LiveVisitor[];
}

export interface LiveVisitor {
  contact: { documentId: string; displayName: string; kind: ContactKind; state: ContactState };
  url: string | null;
  title: string | null;
  lastSeenAt: string;
  /** When this visit started. */
  startedAt: string;
  /** Of this visit. */
  pageviews: number;
  device: string | null;
}

export interface DayStats {
  /** UTC, `2026-01-31`. */
  date: string;
  /** Visits that started; always 0 in the CMS edition. */
  visits: number;
  /** People who became known. */
  newContacts: number;
}

export interface Stats {
  /** Oldest first, today last; a day without anything has zeros. */
  days: DayStats[];
  timezone: 'UTC';
  totals: { visits: number; newContacts: number };
}

export interface Setup {
  edition: Edition;
  /** To be copied into the site's pages. */
  scriptTag: string;
  /** The latest page visit. */
  lastEvent: { url: string | null; title: string | null; at: string } | null;
}

export interface Settings {
  honourPrivacySignals: boolean;
  consent: 'optional' | 'required';
  ipAddress: 'off' | 'truncated';
  purchaseMakesClient: boolean;
  /** Set in the site's config. */
  edition: Edition;
}

/** Of a users-permissions user. */
export interface SiteUserContact {
  documentId: string;
  displayName: string;
}
