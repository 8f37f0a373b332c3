/**
 * The browser behind a request to the site's own API: a page passes its visitor key on in `x-cm-visitor`
 * or, on the same site, in the first-party cookie.
 */
import type { IncomingMessage } from 'node:http';
import type { Core } from '@strapi/strapi';
import { startsSession, VISITORS_TABLE, type VisitorKey } from '../../identity';
import { toVisitorKey, visitorCookieOf } from '../http/visitor-key';
import { trackingSettings } from '../settings';

export const visitorKeyOfRequest = (request: IncomingMessage): VisitorKey | null =>
  toVisitorKey(request.headers['x-cm-visitor']) ?? visitorCookieOf(request);

export interface RequestVisitor {
  id: number;
  contactId: number | null;
  /** The visit that is going on; null when the last one is over. */
  sessionId: number | null;
  /** What the visitor said about tracking; null when never asked. */
  tracking: boolean | null;
}

export const readVisitor = async (
  strapi: Core.Strapi,
  key: VisitorKey,
  at: number
): Promise<RequestVisitor | null> => {
  const row: Row | undefined = await strapi.db
    .getConnection(VISITORS_TABLE)
    .where('visitor_key', key)
    .first('id', 'contact_id', 'session_id', 'tracking', 'last_seen_at');
  if (!row) return null;
  const sessionId = numberOrNull(row.session_id);
  const over = startsSession({ sessionId, lastSeenAt: Number(row.last_seen_at) }, at);
  return {
    id: Number(row.id),
    contactId: numberOrNull(row.contact_id),
    sessionId: over ? null : sessionId,
    tracking: row.tracking === null ? null : Boolean(row.tracking),
  };
};

/** Whether this browser may be tied to a person: not when it refused, or has yet to agree. */
export const mayBeLinked = (strapi: Core.Strapi, visitor: RequestVisitor | null): boolean => {
  const tracking = visitor?.tracking ?? null;
  return trackingSettings(strapi).current().consent === 'required'
    ? tracking === true
    : tracking !== false;
};

/** A browser that asks not to be tracked, where the site honours that. */
export const refusesTracking = (strapi: Core.Strapi, { headers }: IncomingMessage): boolean =>
  trackingSettings(strapi).current().honourPrivacySignals &&
  (headers['sec-gpc'] === '1' || headers.dnt === '1');

/** Which visit an activity of this contact belongs to; none of a browser that is not theirs or refused. */
export const visitOf = (
  strapi: Core.Strapi,
  visitor: RequestVisitor | null,
  contactId: number
): { visitorId: number | null; sessionId: number | null } =>
  visitor?.contactId === contactId && mayBeLinked(strapi, visitor)
    ? { visitorId: visitor.id, sessionId: visitor.sessionId }
    : { visitorId: null, sessionId: null };

interface Row {
  id: number | string;
  contact_id: number | string | null;
  session_id: number | string | null;
  tracking: boolean | number | null;
  last_seen_at: number | string;
}

const numberOrNull = (value: number | string | null): number | null =>
  value === null ? null : Number(value);
