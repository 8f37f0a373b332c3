/** The visitor's key: what the body names, else the first-party cookie, else a fresh one. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { VisitorKey } from '../../identity';
import { HttpProblem } from './problem';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** Of several (another path, another domain) the first that is a key; quotes are allowed by RFC 6265. */
const COOKIES = /(?:^|;\s*)cm_visitor="?([0-9a-f-]{36})"?(?=\s*(?:;|$))/gi;
const YEAR_SECONDS = 365 * 24 * 3_600;

export const toVisitorKey = (given: unknown): VisitorKey | null =>
  typeof given === 'string' && UUID.test(given) ? (given.toLowerCase() as VisitorKey) : null;

/**
 * A page reads its key from the cookie: of a cookie that is damaged it knows no more than that it is as
 * long as a key. It would be refused for as long as the cookie lives, so it counts as no key.
 */
const DAMAGED = /^[0-9a-f-]{36}$/i;

export const namesVisitor = (given: unknown): boolean =>
  given !== undefined && given !== null && given !== '' && !isDamaged(given);

const isDamaged = (given: unknown): boolean =>
  typeof given === 'string' && DAMAGED.test(given) && !UUID.test(given);

/** Throws a 400 when the body names something else than a UUID. */
export const visitorKeyOf = (given: unknown, request: IncomingMessage): VisitorKey => {
  if (namesVisitor(given)) {
    const key = toVisitorKey(given);
    if (!key) throw new HttpProblem(400, 'visitor must be a UUID');
    return key;
  }
  return visitorCookieOf(request) ?? (randomUUID() as VisitorKey);
};

export const visitorCookieOf = (request: IncomingMessage): VisitorKey | null =>
  [...(request.headers.cookie ?? '').matchAll(COOKIES)]
    .map(([, value]) => toVisitorKey(value))
    .find((key) => key !== null) ?? null;

/** Set for same-site requests only: elsewhere it would be a third-party cookie. */
export const cookieHeaders = (
  request: IncomingMessage,
  key: VisitorKey,
  secure: boolean
): Record<string, string> =>
  isSameSite(request)
    ? {
        'Set-Cookie': `cm_visitor=${key}; Path=/; Max-Age=${YEAR_SECONDS}; SameSite=Lax${secure ? '; Secure' : ''}`,
      }
    : {};

const isSameSite = ({ headers }: IncomingMessage): boolean => {
  const site = headers['sec-fetch-site'];
  if (site) return site === 'same-origin' || site === 'same-site';
  return Boolean(headers.origin && headers.host && headers.origin.endsWith(`//${headers.host}`));
};
