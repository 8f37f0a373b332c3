/**
 * Which pages may talk to us (the CORS protocol of the Fetch standard). Without a list every origin may,
 * without credentials; with a list only those on it, and they may send credentials.
 */
import { HttpProblem } from './problem';

export interface OriginPolicy {
  /** Answers with the response headers. Throws a 403 for an origin that is not on the list. */
  check(origin: string | undefined): Record<string, string>;
}

/** The tracker on another origin may see how long to wait; browsers hide this header by default. */
const READABLE = { 'Access-Control-Expose-Headers': 'Retry-After' };

export const createOriginPolicy = (allowed: string[]): OriginPolicy => {
  if (allowed.length === 0) {
    return { check: () => ({ 'Access-Control-Allow-Origin': '*', ...READABLE }) };
  }
  const origins = new Set(allowed.map((url) => new URL(url).origin));
  return {
    check: (origin): Record<string, string> => {
      if (origin === undefined) return { Vary: 'Origin' };
      if (!origins.has(origin)) throw new HttpProblem(403, 'This origin may not send events here');
      return {
        'Access-Control-Allow-Origin': origin,
        'Access-Control-Allow-Credentials': 'true',
        ...READABLE,
        Vary: 'Origin',
      };
    },
  };
};

export const PREFLIGHT_HEADERS = {
  'Access-Control-Allow-Methods': 'GET, POST',
  'Access-Control-Allow-Headers': 'content-type, authorization',
  'Access-Control-Max-Age': '86400',
};
