/** Shown as a link, so anything but http would run in the reader's browser. */
import isURL from 'validator/lib/isURL';

const HAS_SCHEME = /^[a-z][a-z0-9+.-]*:/i;
const OPTIONS = { protocols: ['http', 'https'], require_protocol: true };

/** Assumes https where no scheme was typed; null for what is no web address. */
export const normalizeWebsite = (typed: string): string | null => {
  const text = typed.trim();
  const address = HAS_SCHEME.test(text) ? text : `https://${text}`;
  return isURL(address, OPTIONS) ? address : null;
};
