/** What a contact did: the shapes other modules, the API and the admin share. */
import type { Milliseconds } from '../../platform/clock';
import type { PersonView } from '../accounts/contract';

export const ACTIVITIES_TABLE = 'cm_activities' as const;

const TYPE_NAME = /^[a-z][a-z0-9_-]{0,62}$/;

/** Whether an activity type, registered or not, may be called that. */
export const isTypeName = (name: string): boolean => TYPE_NAME.test(name);

/** One thing somebody did, as it is stored. Times are epoch milliseconds, UTC. */
export interface Activity {
  /** Idempotency key: sent twice, stored once. At most 100 characters. */
  eventId: string;
  contactId: number | null;
  visitorId: number | null;
  sessionId: number | null;
  type: string;
  occurredAt: Milliseconds;
  receivedAt: Milliseconds;
  title: string | null;
  url: string | null;
  referrer: string | null;
  value: number | null;
  itemUid: string | null;
  itemDocumentId: string | null;
  utmSource: string | null;
  utmMedium: string | null;
  utmCampaign: string | null;
  utmTerm: string | null;
  utmContent: string | null;
  locale: string | null;
  /** ISO 3166-1 alpha-2. */
  country: string | null;
  device: string | null;
  browser: string | null;
  os: string | null;
  data: Record<string, unknown> | null;
}

/** What a caller has to say of an activity; the rest is null or now. */
export type NewActivity = Pick<Activity, 'eventId' | 'contactId' | 'type'> & Partial<Activity>;

/** An activity as the API answers it. */
export interface ActivityView {
  eventId: string;
  type: string;
  occurredAt: string;
  title: string | null;
  url: string | null;
  referrer: string | null;
  value: number | null;
  sessionId: string | null;
  item: { uid: string; documentId: string | null } | null;
  utmSource: string | null;
  utmMedium: string | null;
  utmCampaign: string | null;
  utmTerm: string | null;
  utmContent: string | null;
  locale: string | null;
  country: string | null;
  device: string | null;
  browser: string | null;
  os: string | null;
  data: Record<string, unknown> | null;
}

export interface TimelineFilter {
  types?: string[];
  /** Inclusive. */
  from?: Milliseconds;
  /** Exclusive. */
  to?: Milliseconds;
  cursor?: string;
  /** 1 to 100. */
  limit: number;
}

export interface TimelineQuery extends TimelineFilter {
  contactId: number;
}

export interface ActivityPage {
  data: ActivityView[];
  meta: { nextCursor: string | null };
}

/** An activity of one of an account's people. */
export interface AccountActivityView extends ActivityView {
  contact: PersonView;
}

export interface AccountActivityPage {
  data: AccountActivityView[];
  meta: { nextCursor: string | null };
}

/** What current members of an account did in the last 30 days, against the 30 days before. */
export interface Engagement {
  /** `flat` up to a fifth more or less than before. */
  trend: 'up' | 'flat' | 'falling';
  /** Activities in the last 30 days, and in the 30 days before. */
  recent: number;
  before: number;
  /** Whose activities were counted: everybody's who did something in that time, or an even sample of them. */
  people: number;
}

/** Of an account alone, or with everything below it. Each contact counts once. */
export interface AccountSummary {
  contacts: {
    current: number;
    former: number;
    /** Current ones who did something in the last 30 days. */
    active: number;
  };
  /** Accounts below: right below, or all of them with subsidiaries. */
  subsidiaries: number;
  /** What current members did, whenever they did it. */
  activities: number;
  purchases: number;
  purchasedValue: number;
  lastActivityAt: string | null;
  /** Null when nobody did anything in the last 60 days. */
  engagement: Engagement | null;
  /** Every activity recorded before is in the figures; null as long as they are counted from the start. */
  countedAt: string | null;
}

export interface ContactSummary {
  visits: number;
  sessions: number;
  purchases: number;
  purchasedValue: number;
  firstSource: {
    utmSource: string | null;
    utmMedium: string | null;
    utmCampaign: string | null;
    referrer: string | null;
  } | null;
  /** The last 90 days, oldest first, days without activity left out; UTC. */
  perDay: { date: string; count: number }[];
}

export interface ActivityType {
  name: string;
  displayName: string;
  /** A design-system colour family or #rrggbb. */
  color: string;
  /** Added in the admin; the others are built in or come from code. */
  custom: boolean;
  /** Editors may add such an activity by hand. */
  manualCreation: boolean;
}

declare module '../../platform/events' {
  interface DomainEvents {
    /** A batch that was committed. `trusted`: told by this server or by a visitor proven to be that contact. */
    'activity.recorded': { activities: Activity[]; trusted: boolean };
    /** Stored before and sent again: perhaps because the server was killed before anybody heard of them. */
    'activity.repeated': { activities: Activity[]; trusted: boolean };
  }
}
