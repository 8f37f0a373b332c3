/**
 * Relations that are plain foreign keys (`useJoinTable: false`): Strapi 5.54 takes only row numbers for
 * them ("TODO: Handle join columns" in its document service), and so refuses what the Content Manager
 * and every client sends. Here all of Strapi's forms for a single relation become a row number.
 */
import type { Core, UID } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { oncePerObject } from './once-per-object';

type Data = Record<string, unknown>;

/** What a form says about a single relation; undefined says nothing. */
export type RelationTarget = { id: number } | { documentId: string } | null | undefined;

/** Answers with `data`, its foreign keys as row numbers. Throws ValidationError for an unknown target. */
export const withRowNumbers = async (
  strapi: Core.Strapi,
  uid: string,
  data: Data
): Promise<Data> => {
  const resolved: Data = {};
  const targets = joinColumns(strapi, uid);
  for (const [name, value] of Object.entries(data)) {
    const targetUid = targets.get(name);
    const target = targetUid ? readTarget(value, name) : undefined;
    if (!targetUid) resolved[name] = value;
    else if (target !== undefined) resolved[name] = await rowNumber(strapi, targetUid, target);
  }
  return resolved;
};

/** Strapi's forms: id, document id, object with either, list, `set`, `connect` and `disconnect`. */
export const readTarget = (value: unknown, field: string): RelationTarget => {
  if (value === null || value === undefined) return value;
  if (typeof value === 'number') return { id: value };
  if (typeof value === 'string')
    return /^\d+$/.test(value) ? { id: Number(value) } : { documentId: value };
  if (Array.isArray(value)) return value.length === 0 ? null : readTarget(value.at(-1), field);
  const { id, documentId, set, connect, disconnect } = value as Data;
  if (id !== undefined && id !== null) return readTarget(id, field);
  if (documentId !== undefined) return readTarget(documentId, field);
  if (!isEmpty(connect)) return readTarget(connect, field);
  if (set !== undefined) return readTarget(set, field);
  if (!isEmpty(disconnect)) return null;
  if (connect !== undefined || disconnect !== undefined) return undefined;
  throw new errors.ValidationError(`${field} must be an id, a document id or null`);
};

const isEmpty = (value: unknown) =>
  value === undefined || value === null || (Array.isArray(value) && value.length === 0);

const rowNumber = async (
  strapi: Core.Strapi,
  uid: string,
  target: Exclude<RelationTarget, undefined>
): Promise<number | null> => {
  if (target === null) return null;
  if ('id' in target) return target.id;
  const { documentId } = target;
  const found = await strapi.db.query(uid).findOne({ select: ['id'], where: { documentId } });
  if (!found) throw new errors.ValidationError(`Document with id "${documentId}" not found`);
  return Number(found.id);
};

interface Relation {
  type: string;
  useJoinTable?: boolean;
  target?: string;
}

/** Attribute → uid of the content type it points at. */
const joinColumns = (strapi: Core.Strapi, uid: string): Map<string, string> =>
  targetsOf(strapi.getModel(uid as UID.Schema).attributes);

const targetsOf = oncePerObject((attributes: Record<string, Relation>) => {
  const columns = Object.entries(attributes).flatMap(
    ([name, { type, useJoinTable, target }]): [string, string][] =>
      type === 'relation' && useJoinTable === false && target ? [[name, target]] : []
  );
  return new Map(columns);
});
