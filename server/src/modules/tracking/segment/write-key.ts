/** Who may send: a write key as the user name of HTTP Basic (RFC 7617), as Segment's libraries do. */
import { createHash, timingSafeEqual } from 'node:crypto';

const BASIC = /^basic +([a-z0-9+/=_-]+)$/i;

export const hasWriteKey = (authorization: string | undefined, writeKeys: string[]): boolean => {
  const encoded = BASIC.exec(authorization ?? '')?.[1];
  if (encoded === undefined) return false;
  const [user = ''] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  const given = digest(user);
  // All of them, and as digests of one length: how long this takes tells nothing of any key.
  return writeKeys.map((key) => timingSafeEqual(digest(key), given)).includes(true);
};

const digest = (key: string): Buffer => createHash('sha256').update(key).digest();
