import { items, write } from './store';
import { uuid } from './uuid';

/**
 * The visitor key: random, first-party, never derived from the browser. It lives in localStorage
 * and in the cookie `cm_visitor` (so that the site's own server can read it); whichever the
 * browser has kept restores the other.
 */
const NAME = 'cm_visitor';

/** The key at hand, without making one. A damaged cookie is none: the server would refuse its key for good. */
export const knownVisitor = (): string | undefined =>
  /cm_visitor=([a-f\d-]{36})/.exec(document.cookie)?.[1] ?? items[NAME];

/** Keeps the key at hand, or a new one, for another year; an empty one is forgotten. */
export const keepVisitor = (key = knownVisitor() || uuid()): string => {
  write(NAME, key);
  document.cookie =
    `${NAME}=${key};path=/;samesite=lax;max-age=${key ? 31536e3 : 0}` +
    // The sixth letter of `https:`; `http:` has none.
    (location.protocol[5] ? ';secure' : '');
  return key;
};
