/**
 * Proof of an e-mail, made by the site's back end: `<expiry>.<signature>`, where expiry is in epoch
 * seconds and the signature is HMAC-SHA256 (RFC 2104) over `<normalised e-mail>.<expiry>`, in hex.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';

export const signEmail = (email: string, expiresAtSeconds: number, secret: string): string =>
  `${expiresAtSeconds}.${signature(email, expiresAtSeconds, secret)}`;

export type TokenVerdict =
  { valid: true } | { valid: false; reason: 'malformed' | 'expired' | 'forged' };

export const verifyEmailToken = (
  token: string,
  { email, secret, nowSeconds }: { email: string; secret: string; nowSeconds: number }
): TokenVerdict => {
  const [, expiry, given] = /^(\d{1,12})\.([0-9a-f]{64})$/.exec(token) ?? [];
  if (!expiry || !given) return { valid: false, reason: 'malformed' };
  const expected = Buffer.from(signature(email, Number(expiry), secret), 'hex');
  if (!timingSafeEqual(expected, Buffer.from(given, 'hex')))
    return { valid: false, reason: 'forged' };
  return Number(expiry) > nowSeconds ? { valid: true } : { valid: false, reason: 'expired' };
};

const signature = (email: string, expiresAtSeconds: number, secret: string): string =>
  createHmac('sha256', secret).update(`${email}.${expiresAtSeconds}`).digest('hex');
