/** What can have custom fields: a content type of ours whose values stand in its own table. */
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Knex } from 'knex';
import type { FieldEntityName } from './contract';

export interface FieldEntity {
  name: FieldEntityName;
  uid: `plugin::contact-management.${string}`;
  table: `cm_${string}`;
  /** What queries over the table call it. */
  alias: string;
  /** The index of the values; see values-table.ts. */
  valuesTable: `cm_${string}`;
  /** Of the values table: whose value it is. */
  idColumn: `${FieldEntityName}_id`;
  /** Whether the site's edition has such entities; otherwise their fields are kept, and seen nowhere. */
  isOffered(strapi: Core.Strapi): boolean;
  /** Writes anew what else is made of the values, such as search words. */
  reindex(strapi: Core.Strapi, trx: Knex.Transaction, ids: number[]): Promise<void>;
  /** Has worked out again what hangs on the values. */
  queueChanged(strapi: Core.Strapi, trx: Knex.Transaction, ids: number[]): Promise<void>;
}

const entities = new WeakMap<Core.Strapi, FieldEntity[]>();

export const setFieldEntities = (strapi: Core.Strapi, all: FieldEntity[]): void => {
  entities.set(strapi, all);
};

export const fieldEntities = (strapi: Core.Strapi): FieldEntity[] => entities.get(strapi) ?? [];

/** Also one that the edition does not offer. Throws a ValidationError for what has no custom fields. */
export const fieldEntity = (strapi: Core.Strapi, name: unknown): FieldEntity =>
  named(fieldEntities(strapi), name);

/** Throws a ValidationError for what cannot have custom fields here. */
export const offeredEntity = (strapi: Core.Strapi, name: unknown): FieldEntity =>
  named(
    fieldEntities(strapi).filter((entity) => entity.isOffered(strapi)),
    name
  );

const named = (known: FieldEntity[], name: unknown): FieldEntity => {
  const entity = known.find((one) => one.name === name);
  if (entity) return entity;
  throw new errors.ValidationError(
    `entity must be one of ${known.map((one) => one.name).join(', ')}`
  );
};
