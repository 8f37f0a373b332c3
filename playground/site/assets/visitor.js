/**
 * The tracker, for what it cannot see by itself. Its script loads asynchronously: calls made before
 * that wait in a queue which it empties when it comes.
 */
window.cm ??= Object.assign((...call) => window.cm.q.push(call), { q: [] });

export const track = (type, details) => window.cm('track', type, details);

/** Purposes, e.g. `{ tracking: false }`. */
export const consent = (purposes) => window.cm('consent', purposes);

/** The key the tracker keeps for this browser; absent before the first visit is recorded. */
export const visitorKey = () => /(?:^|; )cm_visitor=([\w-]{36})/.exec(document.cookie)?.[1];

/** For pages that learn only from Strapi what they are about; see `data-off` on the script tag. */
export const trackPage = (item) =>
  track('pagevisit', { title: document.title, referrer: document.referrer, item });
