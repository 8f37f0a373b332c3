import { createHash } from 'node:crypto';

/**
 * A 64-bit fingerprint of a page's address, so that "visited exactly this page" is an index look-up.
 * The fragment does not count. Signed, because databases have no unsigned bigint in common.
 */
export const urlHash = (url: string): bigint => {
  const [page = url] = url.split('#', 1);
  return createHash('md5').update(page).digest().readBigInt64BE(0);
};
