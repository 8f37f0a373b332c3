/**
 * Free-form event data, made safe to keep: JSON only, no keys that could reach a prototype, bounded in
 * depth and size.
 */
import { isRecord } from '../../../platform/records';
import { cleanText } from '../../../platform/clean-text';

const MAX_DEPTH = 8;
const MAX_LENGTH = 8_192;
const MAX_TEXT = 4_096;
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

export type CleanData =
  | { valid: true; data: Record<string, unknown> | null }
  | { valid: false; reason: 'not-an-object' | 'too-deep' | 'too-large' };

export const cleanData = (given: unknown): CleanData => {
  if (given === undefined || given === null) return { valid: true, data: null };
  if (!isRecord(given)) return { valid: false, reason: 'not-an-object' };
  if (deeperThan(given, MAX_DEPTH)) return { valid: false, reason: 'too-deep' };
  const data = clean(given) as Record<string, unknown>;
  if (JSON.stringify(data).length > MAX_LENGTH) return { valid: false, reason: 'too-large' };
  return { valid: true, data };
};

/** Never looks deeper than that, so it is safe on what would overflow the stack. */
export const deeperThan = (value: unknown, levels: number): boolean => {
  if (typeof value !== 'object' || value === null) return false;
  if (levels === 0) return true;
  return Object.values(value).some((child) => deeperThan(child, levels - 1));
};

const clean = (value: unknown): unknown => {
  if (typeof value === 'string') return cleanText(value, MAX_TEXT);
  if (Array.isArray(value)) return value.map(clean);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !FORBIDDEN.has(key))
      .map(([key, child]) => [cleanText(key, MAX_TEXT), clean(child)])
  );
};
