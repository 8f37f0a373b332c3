/** The field's value, whatever the edit view keeps it as; and what is written back. */
import type { Audience } from '../../../../../server/src/modules/personalisation/contract';

export const readAudience = (value: unknown): Audience => {
  const given: unknown = typeof value === 'string' ? parse(value) : value;
  return typeof given === 'object' && given !== null ? given : {};
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
};

/** Null takes a part away. */
export type AudienceChange = { [Part in keyof Audience]?: Audience[Part] | null };

/** Null when nothing is left to say: then it is for everybody. */
export const writeAudience = (audience: AudienceChange): Audience | null => {
  const kept = Object.entries(audience).filter(([, value]) => saysSomething(value));
  const isForAll = kept.every(([part]) => part === 'match');
  return isForAll ? null : Object.fromEntries(kept);
};

const saysSomething = (value: unknown): boolean => {
  if (Array.isArray(value)) return value.length > 0;
  return value !== undefined && value !== null && value !== '' && value !== false;
};
