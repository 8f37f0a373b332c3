/** Temporary: copied from the agreed routes until the server's contract lands. */
import type { ContactKind, ContactState } from '../../../../server/src/modules/contacts/contract';
export interface LiveVisitor {
  contact: { documentId: string; displayName: string; kind: ContactKind; state: ContactState };
  url: string | null;
  title: string | null;
  lastSeenAt: string;
  startedAt: string;
  pageviews: number;
  device: string | null;
}
export interface LiveView {
  visitorsNow: number;
  visitors: LiveVisitor[];
}
export interface DayStats {
  date: string;
  visits: number;
  newContacts: number;
}
export interface Stats {
  days: DayStats[];
  timezone: string;
  totals: { visits: number; newContacts: number };
}
export interface Setup {
  edition: 'cms' | 'ems';
  scriptTag: string;
  lastEvent: { url: string | null; title: string | null; at: string } | null;
}
export interface Settings {
  honourPrivacySignals: boolean;
  consent: 'optional' | 'required';
  ipAddress: 'off' | 'truncated';
  purchaseMakesClient: boolean;
  edition: 'cms' | 'ems';
}
