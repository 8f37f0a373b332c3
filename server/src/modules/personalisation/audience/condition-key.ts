/** A short name of a condition, equal for equal conditions: what tokens and caches call it by. */
import { createHash } from 'node:crypto';
import type { Condition } from '../../conditions/contract';
import { isRecord } from '../../../platform/records';

const LENGTH = 16;

export const conditionKey = (condition: Condition): string =>
  createHash('sha256').update(canonical(condition)).digest('base64url').slice(0, LENGTH);

/** Databases reorder the members of JSON objects. */
const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (!isRecord(value)) return JSON.stringify(value ?? null);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`).join()}}`;
};
