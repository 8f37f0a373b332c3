/** The value that a contact has in a field. */
import type { Core } from '@strapi/strapi';
import { CUSTOM_VALUES } from '../../../platform/fields/contract';
import { isRecord } from '../../../platform/records';
import { CONTACT_UID } from '../../contacts';
import type { Evidence } from '../contract';

const RELATIONS = ['status', 'owner'];

export const fieldEvidence = async (
  strapi: Core.Strapi,
  field: string,
  contactId: number
): Promise<Evidence> => {
  const found: unknown = await strapi.db
    .query(CONTACT_UID)
    .findOne({ where: { id: contactId }, populate: RELATIONS });
  const value = valueOf(isRecord(found) ? found : {}, field);
  return { text: isNothing(value) ? 'It is empty' : `It is ${shown(value)}`, value };
};

const valueOf = (contact: Record<string, unknown>, field: string): unknown => {
  if (field.startsWith(`${CUSTOM_VALUES}.`)) {
    const values = contact[CUSTOM_VALUES];
    return isRecord(values) ? (values[field.slice(CUSTOM_VALUES.length + 1)] ?? null) : null;
  }
  const value = contact[field] ?? null;
  if (!RELATIONS.includes(field) || !isRecord(value)) return value;
  return field === 'owner' ? value.id : value.name;
};

const isNothing = (value: unknown): boolean =>
  value === null || value === '' || (Array.isArray(value) && value.length === 0);

const shown = (value: unknown): string => {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return Array.isArray(value) ? value.map(String).join(', ') : String(value);
};
