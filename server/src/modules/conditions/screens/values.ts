/** Values that the data itself holds, most frequent among the newest rows first: for the builder's pickers. */
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { aliased } from '../../../platform/sql/table';
import { ACCOUNTS_TABLE, ACCOUNT_STATUSES_TABLE, CONTACT_ROLES_TABLE } from '../../accounts';
import { ACTIVITIES_TABLE } from '../../activities';
import { CONTACT_STATUSES_TABLE, CONTACTS_TABLE } from '../../contacts';
import { ACTIVITY_FIELDS } from '../activities/activity-fields';
import { accountFieldsAsked, contactFieldsAsked } from '../fields/asked-entities';
import { findField, type AskedEntity, type EntityField } from '../fields/entity-field';
import type { Query } from '../leaf';

export interface ValueOption {
  value: string;
  label: string;
}

export interface ValuesAsked {
  of: 'contact' | 'account' | 'activity';
  field: string;
  /** What has been typed. */
  q: string;
}

const NEWEST = 20_000;
const SHOWN = 20;

/** Throws a ValidationError for a field that there is not. */
export const listValues = async (
  strapi: Core.Strapi,
  asked: ValuesAsked
): Promise<ValueOption[]> => {
  const source = sourceOf(strapi, asked);
  if (source.labels) return listLabels(strapi, source.labels, asked.q);
  const found = await newest(strapi, source);
  return count(found.flatMap(source.isList ? itemsOf : textOf), asked.q);
};

interface Source {
  table: string;
  column: string;
  /** Of a table of values: only this field's. */
  fieldId?: number;
  /** A table of labels, which are few. */
  labels?: string;
  isList?: boolean;
}

const sourceOf = (strapi: Core.Strapi, { of, field }: ValuesAsked): Source => {
  if (of === 'activity') {
    const known = Object.hasOwn(ACTIVITY_FIELDS, field) ? ACTIVITY_FIELDS[field] : undefined;
    if (!known) throw noField(field);
    return { table: ACTIVITIES_TABLE, column: known.column };
  }
  if (of === 'account' && field === 'role') {
    return { table: CONTACT_ROLES_TABLE, column: 'name', labels: CONTACT_ROLES_TABLE };
  }
  const entity = of === 'contact' ? contactFieldsAsked(strapi) : accountFieldsAsked(strapi);
  const found = findField(strapi, entity, field);
  if (!found) throw noField(field);
  return ofEntity(of, entity, found);
};

const ofEntity = (
  of: 'contact' | 'account',
  { entity }: AskedEntity,
  field: EntityField
): Source => {
  const table = of === 'contact' ? CONTACTS_TABLE : ACCOUNTS_TABLE;
  if (field.from === 'label') {
    const labels = of === 'contact' ? CONTACT_STATUSES_TABLE : ACCOUNT_STATUSES_TABLE;
    return { table, column: field.column, labels };
  }
  if (field.from === 'values') {
    return { table: entity.valuesTable, column: 'text', fieldId: field.definition.id };
  }
  return { table, column: field.column, isList: field.from === 'list' };
};

const noField = (field: string) =>
  new errors.ValidationError(`There is no field "${field.slice(0, SHOWN_LENGTH)}"`);
const SHOWN_LENGTH = 60;

const newest = async (
  strapi: Core.Strapi,
  { table, column, fieldId }: Source
): Promise<unknown[]> => {
  const rows: Query = aliased(strapi, { n: table }).whereNotNull(`n.${column}`);
  if (fieldId !== undefined) void rows.where('n.field_id', fieldId);
  const values: unknown[] = await rows.orderBy('n.id', 'desc').limit(NEWEST).pluck(`n.${column}`);
  return values;
};

const listLabels = async (
  strapi: Core.Strapi,
  table: string,
  q: string
): Promise<ValueOption[]> => {
  const rows = (await aliased(strapi, { l: table })
    .orderBy('l.order')
    .select({ value: 'l.name', label: 'l.display_name' })) as unknown as ValueOption[];
  return rows.filter(({ label }) => label.toLowerCase().includes(q.toLowerCase()));
};

const textOf = (value: unknown): string[] =>
  typeof value === 'string' || typeof value === 'number' ? [String(value)] : [];

const itemsOf = (value: unknown): string[] => {
  const items: unknown = typeof value === 'string' ? JSON.parse(value) : value;
  return Array.isArray(items) ? items.flatMap(textOf) : [];
};

const count = (values: string[], q: string): ValueOption[] => {
  const times = new Map<string, number>();
  for (const value of values) {
    if (value === '' || !value.toLowerCase().includes(q.toLowerCase())) continue;
    times.set(value, (times.get(value) ?? 0) + 1);
  }
  return [...times]
    .sort(([, a], [, b]) => b - a)
    .slice(0, SHOWN)
    .map(([value]) => ({ value, label: value }));
};
