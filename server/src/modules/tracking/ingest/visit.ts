/** One request of one browser, on its way into the database. */
import type { Sighting, VisitorKey } from '../../identity';
import type { CollectedEvent, IgnoredReason } from '../contract';

export interface Visit {
  key: VisitorKey;
  /** At least one. */
  events: CollectedEvent[];
  /** What the body said about tracking; null when it said nothing. */
  tracking: boolean | null;
  userAgent: { browser: string | null; os: string | null; device: string | null };
  /** Truncated; null unless the site keeps addresses. */
  address: string | null;
  receivedAt: number;
}

export type VisitResult =
  { ignored: IgnoredReason } | { accepted: number; duplicates: number; contactId: number };

export const newestOf = ({ events }: Visit): number =>
  events.reduce((newest, { occurredAt }) => Math.max(newest, occurredAt), 0);

export const oldestOf = ({ events }: Visit): CollectedEvent =>
  events.reduce((oldest, event) => (event.occurredAt < oldest.occurredAt ? event : oldest));

/** Whoever has to agree first is looked up, but not created. */
export const sightingOf = (visit: Visit, consentRequired: boolean): Sighting => {
  const first = oldestOf(visit);
  return {
    key: visit.key,
    at: first.occurredAt,
    create: !consentRequired || visit.tracking === true,
    agreedAt: visit.tracking === true ? visit.receivedAt : null,
    visits: true,
    browser: visit.userAgent.browser,
    os: visit.userAgent.os,
    device: visit.userAgent.device,
    country: null,
    address: visit.address,
    landingUrl: first.url,
    referrer: first.referrer,
    utmSource: first.utmSource,
    utmMedium: first.utmMedium,
    utmCampaign: first.utmCampaign,
    utmTerm: first.utmTerm,
    utmContent: first.utmContent,
  };
};
