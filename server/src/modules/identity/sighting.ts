import type { VisitorKey } from './contract';

/** One browser, seen at one moment: what is known when a visitor or a visit starts. */
export interface Sighting {
  key: VisitorKey;
  /** Epoch milliseconds. */
  at: number;
  /** Whether an unknown visitor may be made; otherwise it is only looked up. */
  create: boolean;
  /** When this very request arrived, if the visitor agrees to tracking with it. */
  agreedAt: number | null;
  /** Somebody is on the site; otherwise only the key is known, and no visit starts. */
  visits: boolean;
  browser: string | null;
  os: string | null;
  device: string | null;
  /** ISO 3166-1 alpha-2. */
  country: string | null;
  /** Truncated; null unless the site keeps addresses. */
  address: string | null;
  landingUrl: string | null;
  referrer: string | null;
  utmSource: string | null;
  utmMedium: string | null;
  utmCampaign: string | null;
  utmTerm: string | null;
  utmContent: string | null;
}

const NOTHING_KNOWN = {
  browser: null,
  os: null,
  device: null,
  country: null,
  address: null,
  landingUrl: null,
  referrer: null,
  utmSource: null,
  utmMedium: null,
  utmCampaign: null,
  utmTerm: null,
  utmContent: null,
};

/** Whether a grant counts: a refusal that came after it does not wait for what is still on its way. */
export const outlasts = (agreedAt: number | null, refusedAt: number | null): boolean =>
  agreedAt !== null && (refusedAt === null || agreedAt > refusedAt);

/**
 * A browser of which only the key is known, and that names itself: it gets a contact even when it said
 * no to tracking.
 */
export const bareSighting = (key: VisitorKey, at: number): Sighting => ({
  key,
  at,
  create: true,
  agreedAt: Infinity,
  visits: false,
  ...NOTHING_KNOWN,
});
