/**
 * What a list is narrowed to by the site's own fields, as its address says it: `customFields.tier=gold`
 * for a field of the settings, `field.loyaltyTier=gold` for an attribute; `.from`, `.to` and `.empty`
 * after the name. Read without knowing the fields; field-tests.ts says what it means for one.
 */
import { errors } from '@strapi/utils';
import { CUSTOM_VALUES } from './contract';

export const FIELD_SOURCES = [CUSTOM_VALUES, 'field'] as const;
export type FieldSource = (typeof FIELD_SOURCES)[number];

export interface FieldFilter {
  source: FieldSource;
  name: string;
  /** As typed: a text, or values separated by commas. */
  is?: string;
  from?: string;
  to?: string;
  empty?: boolean;
}

const PARAMETER = /^(customFields|field)\.([A-Za-z][A-Za-z0-9_]{0,62})(?:\.(from|to|empty))?$/;
const MAX_FILTERS = 20;
const MAX_LENGTH = 4_000;
// eslint-disable-next-line no-control-regex -- PostgreSQL refuses the zero character in text
const PRINTABLE = /^[^\u0000-\u001f]*$/;

export const isFieldParameter = (name: string): boolean => PARAMETER.test(name);

/** Null says nothing. Throws a ValidationError that names what is wrong. */
export const parseFieldFilters = (query: Record<string, unknown>): FieldFilter[] | null => {
  const filters = new Map<string, FieldFilter>();
  for (const [parameter, value] of Object.entries(query)) {
    const [, source, name = '', part = 'is'] = PARAMETER.exec(parameter) ?? [];
    if (!source) continue;
    const key = `${source}.${name}`;
    const filter = filters.get(key) ?? { source: source as FieldSource, name };
    filters.set(key, { ...filter, [part]: readPart(parameter, part, value) });
  }
  if (filters.size > MAX_FILTERS) {
    throw new errors.ValidationError(`A list can be narrowed by ${MAX_FILTERS} own fields`);
  }
  return filters.size > 0 ? [...filters.values()] : null;
};

const readPart = (parameter: string, part: string, value: unknown): string | boolean => {
  const text = typeof value === 'boolean' || typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string' || text.length > MAX_LENGTH || !PRINTABLE.test(text)) {
    throw new errors.ValidationError(`${parameter} must be text`);
  }
  if (part !== 'empty') return text;
  if (text !== 'true' && text !== 'false') {
    throw new errors.ValidationError(`${parameter} must be true or false`);
  }
  return text === 'true';
};
