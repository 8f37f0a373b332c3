/**
 * The definitions of fields. Writes read them in their own transaction. Lists and answers take them
 * from memory, which every change here renews; what another server changed is seen after some seconds.
 */
import type { Core } from '@strapi/strapi';
import { now, SECOND, type Milliseconds } from '../clock';
import { findRows } from '../find-rows';
import {
  CUSTOM_FIELD_UID,
  type FieldDefinition,
  type FieldEntityName,
  type FieldValue,
} from './contract';

type Stored = Omit<FieldDefinition, 'options' | 'required' | 'defaultValue'> & {
  /** See guard-definitions.ts. */
  defaultValue: { value: FieldValue } | null;
  options: FieldDefinition['options'] | null;
  required: boolean | null;
};

/** In their order; deleted ones among them until they are gone for good. Joins an open transaction. */
export const readDefinitions = async (
  strapi: Core.Strapi,
  where: { entity?: FieldEntityName; documentId?: string } = {}
): Promise<FieldDefinition[]> => {
  const rows = await findRows<Stored>(strapi, CUSTOM_FIELD_UID, {
    where,
    orderBy: [{ order: 'asc' }, { id: 'asc' }],
  });
  return rows.map(toDefinition);
};

/** Of one entity, without the deleted ones. */
export const definitionsInUse = async (
  strapi: Core.Strapi,
  entity: FieldEntityName
): Promise<FieldDefinition[]> => inUse(await readDefinitions(strapi, { entity }));

const inUse = (definitions: FieldDefinition[]): FieldDefinition[] =>
  definitions.filter(({ deletedAt }) => deletedAt === null);

export interface KnownFields {
  /** In use, in their order. */
  current(entity: FieldEntityName): FieldDefinition[];
  /** Names of those that are deleted, and can come back. */
  deleted(entity: FieldEntityName): ReadonlySet<string>;
  refresh(): Promise<void>;
}

const FRESH_FOR: Milliseconds = 5 * SECOND;
const known = new WeakMap<Core.Strapi, KnownFields>();

export const knownFields = (strapi: Core.Strapi): KnownFields => {
  const fields = known.get(strapi) ?? createKnownFields(strapi);
  known.set(strapi, fields);
  return fields;
};

const createKnownFields = (strapi: Core.Strapi): KnownFields => {
  let all: FieldDefinition[] = [];
  let readAt: Milliseconds = 0;
  const refresh = async () => {
    readAt = now();
    all = await readDefinitions(strapi);
  };
  const of = (name: FieldEntityName) => {
    if (now() - readAt > FRESH_FOR) {
      refresh().catch((error: unknown) =>
        strapi.log.warn(`contact-management: custom fields could not be read: ${String(error)}`)
      );
    }
    return all.filter(({ entity }) => entity === name);
  };
  return {
    current: (entity) => inUse(of(entity)),
    deleted: (entity) =>
      new Set(of(entity).flatMap(({ name, deletedAt }) => (deletedAt ? [name] : []))),
    refresh,
  };
};

const toDefinition = (row: Stored): FieldDefinition => ({
  id: row.id,
  documentId: row.documentId,
  entity: row.entity,
  name: row.name,
  displayName: row.displayName,
  help: row.help,
  kind: row.kind,
  required: row.required ?? false,
  defaultValue: row.defaultValue?.value ?? null,
  options: row.options ?? [],
  section: row.section,
  order: row.order,
  deletedAt: row.deletedAt && new Date(row.deletedAt).toISOString(),
});
