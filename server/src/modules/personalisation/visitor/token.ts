/**
 * The audience token: what a page may know of its visitor, signed, so that an edge can choose a stored
 * page without asking this server. `<payload>.<signature>`: the payload is JSON in base64url, the
 * signature is HMAC-SHA256 (RFC 2104) over the payload's text, in hex. It holds no id, no e-mail and
 * no visitor key; the seed is shared by thousands.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { isRecord } from '../../../platform/records';
import { SEEDS } from '../splits/bucket';

export interface AudienceClaims {
  /** Codes of groups. */
  groups: string[];
  /** Keys of conditions that audiences ask and the visitor matches. */
  conditions: string[];
  seed: number;
}

export interface AudiencePayload extends AudienceClaims {
  v: 1;
  /** Epoch seconds. */
  exp: number;
}

export const signAudience = (
  { groups, conditions, seed }: AudienceClaims,
  { secret, expiresAtSeconds }: { secret: string; expiresAtSeconds: number }
): string => {
  const content: AudiencePayload = { v: 1, exp: expiresAtSeconds, groups, conditions, seed };
  const payload = Buffer.from(JSON.stringify(content)).toString('base64url');
  return `${payload}.${signature(payload, secret).toString('hex')}`;
};

export type AudienceVerdict =
  | { valid: true; claims: AudienceClaims }
  | { valid: false; reason: 'malformed' | 'expired' | 'forged' };

const MAX_LENGTH = 8_192;

export const verifyAudience = (
  token: string,
  { secret, nowSeconds }: { secret: string; nowSeconds: number }
): AudienceVerdict => {
  const [, payload, given] = /^([\w-]+)\.([0-9a-f]{64})$/.exec(token.slice(0, MAX_LENGTH)) ?? [];
  if (!payload || !given) return { valid: false, reason: 'malformed' };
  if (!timingSafeEqual(signature(payload, secret), Buffer.from(given, 'hex'))) {
    return { valid: false, reason: 'forged' };
  }
  const content = readPayload(payload);
  if (!content) return { valid: false, reason: 'malformed' };
  if (content.exp <= nowSeconds) return { valid: false, reason: 'expired' };
  const { groups, conditions, seed } = content;
  return { valid: true, claims: { groups, conditions, seed } };
};

const signature = (payload: string, secret: string): Buffer =>
  createHmac('sha256', secret).update(payload).digest();

/** Signed by us, but perhaps by another version of us. */
const readPayload = (payload: string): AudiencePayload | null => {
  try {
    const content: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
    return isPayload(content) ? content : null;
  } catch {
    return null;
  }
};

const isPayload = (content: unknown): content is AudiencePayload =>
  isRecord(content) &&
  content.v === 1 &&
  Number.isInteger(content.exp) &&
  isTexts(content.groups) &&
  isTexts(content.conditions) &&
  Number.isInteger(content.seed) &&
  Number(content.seed) >= 0 &&
  Number(content.seed) < SEEDS;

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');
