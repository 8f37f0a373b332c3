/**
 * What a content type of ours needs whatever a site's extension says. The Content-Type Builder saves a
 * snapshot of a type, without its indexes and without what the form does not show; attributes that a
 * later version of the plugin adds are not in it either. Left like that, Strapi would drop their
 * columns at the next boot. Runs in `register()`, after extensions and before the schema sync.
 *
 * What a site added stays, and so does what it may change: labels, lengths, `private`, its own values
 * of our enumerations.
 */
import type { Core } from '@strapi/strapi';

interface Attribute {
  type: string;
  enum?: string[];
  [property: string]: unknown;
}

interface Index {
  name: string;
}

export interface OwnSchema {
  options?: { draftAndPublish?: boolean };
  attributes: Record<string, Attribute>;
  indexes?: readonly Index[];
}

/** Extended type → the properties that decide how its values are stored. */
const STRUCTURE = ['type', 'relation', 'target', 'useJoinTable', 'visible', 'configurable'];

/** Answers with what had to be repaired, in words. */
export const repairSchema = (extended: OwnSchema, own: OwnSchema): string[] => [
  ...Object.entries(own.attributes).flatMap(([name, attribute]) =>
    repairAttribute(extended.attributes, name, attribute)
  ),
  ...repairIndexes(extended, own),
  ...repairOptions(extended, own),
];

/** Repairs the type in the registry, and the schema that the Content-Type Builder will save next. */
export const keepOwnSchema = (strapi: Core.Strapi, uid: string, own: OwnSchema): void => {
  strapi.get('content-types').extend(uid, (contentType: OwnSchema & { __schema__: OwnSchema }) => {
    const repaired = repairSchema(contentType, structuredClone(own));
    repairSchema(contentType.__schema__, structuredClone(own));
    if (repaired.length > 0) {
      strapi.log.info(
        `contact-management: ${uid} was extended without parts that the plugin needs; restored ${repaired.join(', ')}`
      );
    }
  });
};

const repairAttribute = (
  attributes: Record<string, Attribute>,
  name: string,
  own: Attribute
): string[] => {
  const current = attributes[name];
  if (!current) {
    attributes[name] = own;
    return [`attribute ${name}`];
  }
  const changed = STRUCTURE.filter((property) => current[property] !== own[property]);
  const missing = own.enum?.filter((value) => !current.enum?.includes(value)) ?? [];
  for (const property of changed) current[property] = own[property];
  if (missing.length > 0) current.enum = [...(current.enum ?? []), ...missing];
  return [
    ...changed.map((property) => `${property} of ${name}`),
    ...(missing.length > 0 ? [`${missing.join(', ')} among ${name}`] : []),
  ];
};

const repairIndexes = (extended: OwnSchema, own: OwnSchema): string[] => {
  const present = new Set(extended.indexes?.map(({ name }) => name));
  const missing = (own.indexes ?? []).filter(({ name }) => !present.has(name));
  if (missing.length > 0) extended.indexes = [...(extended.indexes ?? []), ...missing];
  return missing.map(({ name }) => `index ${name}`);
};

/** With drafts a contact would be two rows, and its e-mail no longer unique. */
const repairOptions = (extended: OwnSchema, own: OwnSchema): string[] => {
  const draftAndPublish = own.options?.draftAndPublish ?? false;
  if ((extended.options?.draftAndPublish ?? false) === draftAndPublish) return [];
  extended.options = { ...extended.options, draftAndPublish };
  return ['option draftAndPublish'];
};
