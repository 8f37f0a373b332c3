import { forStop, type MaybeCleanUp } from './clean-up';

/** Which page the visitor is on, through the navigations of a single-page application too. */

/** Its address as it was when the visitor came to it, without the hash. */
export let address: string;
/** Where the visitor came from: another site, or the page before. */
export let cameFrom: string;
let listeners: (() => unknown)[] = [];

const withoutHash = (href: string): string => href.replace(/#.*/, '');

/** Applications like to remove campaign parameters from the address as soon as they have loaded. */
const identity = (url: string): string =>
  url.replace('?', '&').replace(/&(utm_|\w+clk?id=)[^&]*/g, '');

export const openPage = (): void => {
  // The address the document was loaded with, whatever has been done to `location` since.
  address = withoutHash(performance.getEntriesByType('navigation')[0]?.name ?? location.href);
  cameFrom = document.referrer;
};

/**
 * Notes that the address is now `href`. The same page under a tidier address is no new page, unless
 * the visitor came `back` to it.
 */
export const visit = (href: string, back?: boolean): void => {
  const url = withoutHash(href);
  if (identity(url) === identity(address) && !back) return;
  cameFrom = address;
  address = url;
  for (const listener of listeners) listener();
};

/** Calls `listener` for the page at hand and for every later one. */
export const onVisit = (listener: () => unknown): MaybeCleanUp => {
  listeners.push(listener);
  listener();
  return forStop(() => {
    listeners = listeners.filter((other) => other !== listener);
  });
};
