/** Where a site's content types and components carry an audience, and what they are made of. */
import type { Core, UID } from '@strapi/strapi';
import { isRecord } from '../../../platform/records';
import { AUDIENCE_FIELD } from '../contract';

export interface Attribute {
  type: string;
  customField?: string;
  private?: boolean;
  component?: string;
  components?: string[];
  repeatable?: boolean;
  target?: string;
}

export type Attributes = Record<string, Attribute>;

/** Of a content type or component; of one that is gone, none. */
export const attributesOf = (strapi: Core.Strapi, uid: string): Attributes => {
  const schema: unknown = strapi.getModel(uid as UID.Schema);
  return isRecord(schema) ? (schema.attributes as Attributes) : {};
};

/** The name of the attribute that says who it is for. */
export const audienceAttribute = (strapi: Core.Strapi, uid: string): string | null =>
  audienceNames(attributesOf(strapi, uid))[0] ?? null;

const audienceNames = (attributes: Attributes): string[] =>
  Object.keys(attributes).filter((name) => attributes[name]?.customField === AUDIENCE_FIELD);

/** Uids of content types and components. */
export const schemasWithAudience = (strapi: Core.Strapi): string[] =>
  Object.keys({ ...strapi.contentTypes, ...strapi.components }).filter((uid) =>
    audienceAttribute(strapi, uid)
  );

/**
 * The field of the admin. Who something is for is nobody's business outside of it: as a private
 * attribute it is neither answered nor filtered by in the content API. Throws for a type with two.
 */
export const registerAudienceField = (strapi: Core.Strapi, plugin: string): void => {
  strapi.customFields.register({
    name: 'audience',
    plugin,
    type: 'json',
    inputSize: { default: 12, isResizable: false },
  });
  for (const uid of schemasWithAudience(strapi)) {
    const attributes = attributesOf(strapi, uid);
    const [name = '', ...others] = audienceNames(attributes);
    if (others.length > 0) {
      throw new Error(`contact-management: ${uid} has two audience fields; keep one of them`);
    }
    const attribute = attributes[name];
    if (attribute) attribute.private = true;
  }
};

const reach = new WeakMap<Core.Strapi, Map<string, boolean>>();

/** Whether an entry, or anything that can be read along with it, may have an audience. */
export const reachesAudience = (strapi: Core.Strapi, uid: string): boolean => {
  const known = reach.get(strapi) ?? new Map<string, boolean>();
  reach.set(strapi, known);
  const found =
    known.get(uid) ??
    holds(
      strapi,
      schemasFrom(strapi, uid, () => true)
    );
  known.set(uid, found);
  return found;
};

/** Strapi's relation of an entry to itself in other languages. */
const TRANSLATIONS = 'localizations';

/** What carries an audience and may be read along with entries of a type, however deep. */
export const audiencesBehind = (strapi: Core.Strapi, uid: string): string[] =>
  [...schemasFrom(strapi, uid, (_attribute, name) => name !== TRANSLATIONS)].filter((one) =>
    audienceAttribute(strapi, one)
  );

/** The same of what the relations of an entry or component lead to. */
export const audiencesRelated = (strapi: Core.Strapi, uid: string): string[] =>
  Object.entries(attributesOf(strapi, uid))
    .filter(([name, { type }]) => type === 'relation' && name !== TRANSLATIONS)
    .flatMap(([, relation]) => schemasBehind(strapi, relation))
    .flatMap((behind) => audiencesBehind(strapi, behind));

const inside = new WeakMap<Core.Strapi, Map<string, boolean>>();

/** Whether the entry itself, or a component in it, may have an audience. */
export const holdsAudience = (strapi: Core.Strapi, uid: string): boolean => {
  const known = inside.get(strapi) ?? new Map<string, boolean>();
  inside.set(strapi, known);
  const found =
    known.get(uid) ??
    holds(
      strapi,
      schemasFrom(strapi, uid, ({ type }) => type !== 'relation')
    );
  known.set(uid, found);
  return found;
};

const holds = (strapi: Core.Strapi, schemas: Iterable<string>): boolean =>
  [...schemas].some((uid) => audienceAttribute(strapi, uid));

/** The schema itself, and all that its attributes lead to. */
const schemasFrom = (
  strapi: Core.Strapi,
  start: string,
  follows: (attribute: Attribute, name: string) => boolean
): Set<string> => {
  const seen = new Set([start]);
  for (const uid of seen) {
    for (const [name, attribute] of Object.entries(attributesOf(strapi, uid))) {
      if (!follows(attribute, name)) continue;
      for (const other of schemasBehind(strapi, attribute)) seen.add(other);
    }
  }
  return seen;
};

/** A relation that names no type may lead to any. */
const schemasBehind = (strapi: Core.Strapi, attribute: Attribute): string[] => {
  const { type, component, components = [], target } = attribute;
  if (type === 'relation') return target ? [target] : schemasWithAudience(strapi);
  return [...(component ? [component] : []), ...components];
};
