/**
 * A path from an entry to one of its values, as a site's config writes it: `total`, `customer.email`,
 * `delivery.contact.email`. Followed once at boot, so that a wrong one stops it, and then read from
 * entries that were loaded with what the path needs.
 */
import type { Core, UID } from '@strapi/strapi';
import { isRecord } from '../../../platform/records';

export interface EntryPath {
  segments: string[];
  /** What has to be populated to read it; null when the value is the entry's own. */
  populate: Populate | null;
}

export type Populate = Record<string, true | { populate: Populate }>;

/** Attribute types that a path may end at. */
export type EndTypes = readonly string[];

interface Attribute {
  type: string;
  relation?: string;
  target?: string;
  component?: string;
  repeatable?: boolean;
}

const TO_ONE = new Set(['oneToOne', 'manyToOne']);

/**
 * Throws a sentence that names what is wrong with the path. A path that ends at a relation to somebody
 * with an e-mail (a users-permissions user) goes on to it where an e-mail is wanted.
 */
export const followPath = (
  strapi: Core.Strapi,
  uid: string,
  { path, endsAt }: { path: string; endsAt: EndTypes }
): EntryPath => {
  const segments = path.split('.');
  let owner: string | null = uid;
  let type = '';
  for (const segment of segments) {
    if (owner === null) throw new Error(`"${path}" goes on after a value that has no fields`);
    const attribute: Attribute = attributeOf(strapi, owner, segment);
    type = attribute.type;
    owner = ownerBehind(attribute, segment);
  }
  if (owner !== null && endsAt.includes('email') && attributesOf(strapi, owner).email) {
    segments.push('email');
    type = attributeOf(strapi, owner, 'email').type;
  }
  if (!endsAt.includes(type)) {
    throw new Error(`"${path}" is of type ${type}; it has to be one of ${endsAt.join(', ')}`);
  }
  return { segments, populate: populateOf(segments.slice(0, -1)) };
};

/** What the path leads to in this entry; null when something on the way is empty. */
export const readPath = (entry: unknown, { segments }: EntryPath): unknown => {
  let value: unknown = entry;
  for (const segment of segments) {
    if (!isRecord(value)) return null;
    value = value[segment];
  }
  return value ?? null;
};

/** What several paths need, in one. */
export const mergePopulate = (paths: (EntryPath | null)[]): Populate =>
  paths.reduce<Populate>((merged, path) => mergeTwo(merged, path?.populate ?? {}), {});

const mergeTwo = (one: Populate, other: Populate): Populate => {
  const merged = { ...one };
  for (const [name, more] of Object.entries(other)) {
    const there = merged[name];
    if (there === undefined || there === true) merged[name] = more;
    else if (more !== true) merged[name] = { populate: mergeTwo(there.populate, more.populate) };
  }
  return merged;
};

const populateOf = ([first, ...rest]: string[]): Populate | null => {
  if (first === undefined) return null;
  const deeper = populateOf(rest);
  return { [first]: deeper ? { populate: deeper } : true };
};

const attributesOf = (strapi: Core.Strapi, uid: string): Record<string, Attribute> =>
  strapi.getModel(uid as UID.Schema).attributes;

const attributeOf = (strapi: Core.Strapi, uid: string, name: string): Attribute => {
  const attributes = attributesOf(strapi, uid);
  const attribute = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
  if (attribute) return attribute;
  throw new Error(
    `${uid} has no attribute "${name}"; it has ${Object.keys(attributes).join(', ')}`
  );
};

/** Whose fields a path meets after this attribute; null after a plain value. */
const ownerBehind = (attribute: Attribute, name: string): string | null => {
  const { type, relation = '', target, component, repeatable } = attribute;
  if (type === 'relation' && target && TO_ONE.has(relation)) return target;
  if (type === 'component' && component && !repeatable) return component;
  if (type === 'relation' || type === 'component') {
    throw new Error(`"${name}" may hold several entries, and only one can be meant`);
  }
  return null;
};
