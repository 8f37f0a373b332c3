/** Who a browser belongs to. */
import type { ContactKind } from '../contacts';

/** A random first-party UUID; never derived from an address or a user agent. */
export type VisitorKey = string & { readonly __brand: 'VisitorKey' };

/**
 * Why a visitor points at its contact.
 * `own`: the contact grew out of this browser. `claimed`: it typed the contact's e-mail, which proves
 * nothing. `verified`: a signed token, or a login with a confirmed e-mail, proved it.
 */
export type VisitorLink = 'own' | 'claimed' | 'verified';

export interface Visitor {
  id: number;
  key: VisitorKey;
  contactId: number;
  /** Null while the visitor has no contact: it refused before anything was recorded. */
  contactKind: ContactKind | null;
  monitored: boolean;
  link: VisitorLink;
  /** What the visitor said about tracking; null when never asked. */
  tracking: boolean | null;
  sessionId: number | null;
}

export interface DeviceView {
  id: string;
  userAgentFamily: string | null;
  device: string | null;
  os: string | null;
  firstSeenAt: string;
  lastSeenAt: string;
}

declare module '../../platform/events' {
  interface DomainEvents {
    'contact.merged': {
      fromDocumentId: string;
      intoContactId: number;
      intoDocumentId: string;
      reason: string;
    };
  }
}
