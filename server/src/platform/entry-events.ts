/**
 * Strapi's own events of entries (`entry.create`, `entry.update`: its webhooks, a site's listeners), for
 * entries that were not written one by one by its document service.
 */
import type { Core, UID } from '@strapi/strapi';
import { contentTypes, sanitize } from '@strapi/utils';
import { causeOf } from './sql/write-conflict';

export type EntryEvent = 'entry.create' | 'entry.update';
export type Entry = Record<string, unknown> & { id: number };

interface Attribute {
  type: string;
  unstable_virtual?: boolean;
}

const attributesOf = (strapi: Core.Strapi, uid: UID.ContentType): [string, Attribute][] =>
  Object.entries(strapi.contentType(uid).attributes as unknown as Record<string, Attribute>);

const relationsOf = (strapi: Core.Strapi, uid: UID.ContentType): string[] =>
  attributesOf(strapi, uid).flatMap(([name, { type, unstable_virtual: virtual }]) =>
    (type === 'relation' && virtual !== true) || type === 'media' ? [name] : []
  );

/** With what they point at, as Strapi's events have them, in the order of the ids. Joins a transaction. */
export const readEntries = async (
  strapi: Core.Strapi,
  uid: UID.ContentType,
  ids: number[]
): Promise<Entry[]> => {
  const populate = Object.fromEntries(relationsOf(strapi, uid).map((name) => [name, true]));
  const entries: Entry[] = await strapi.db
    .query(uid)
    .findMany({ where: { id: { $in: ids } }, populate });
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return ids.flatMap((id) => byId.get(id) ?? []);
};

/** As the document service answers with it, which leaves out what it points at. */
export const withoutRelations = (
  strapi: Core.Strapi,
  uid: UID.ContentType,
  entries: Entry[]
): Entry[] => {
  const relations = new Set(relationsOf(strapi, uid));
  return entries.map((entry) => without(entry, relations));
};

/** A listener that fails is logged: what it should hear of has been written. */
export const announceEntries = async (
  strapi: Core.Strapi,
  uid: UID.ContentType,
  event: EntryEvent,
  entries: Entry[]
): Promise<void> => {
  const model = strapi.contentType(uid);
  const hidden = hiddenNames(strapi, uid);
  const relations = relationsOf(strapi, uid);
  for (const entry of entries) {
    try {
      const shown = relations.some((name) => !isNothing(entry[name]))
        ? await sanitizeEntry(strapi, uid, entry)
        : without(entry, hidden);
      await strapi.eventHub.emit(event, { model: model.modelName, uid, entry: shown });
    } catch (error) {
      strapi.log.error(`contact-management: a listener to ${event} failed: ${causeOf(error)}`);
    }
  }
};

const isNothing = (value: unknown): boolean =>
  value === null || value === undefined || (Array.isArray(value) && value.length === 0);

const sanitizeEntry = (strapi: Core.Strapi, uid: UID.ContentType, entry: Entry): Promise<unknown> =>
  sanitize.sanitizers.defaultSanitizeOutput(
    {
      schema: strapi.contentType(uid),
      getModel: (target: string) => strapi.getModel(target as UID.Schema),
    },
    entry as never
  );

/** What Strapi's own cleaning, which takes longer than writing the entry, removes from plain values. */
const hiddenNames = (strapi: Core.Strapi, uid: UID.ContentType): Set<string> =>
  new Set([
    ...contentTypes.getPrivateAttributes(strapi.contentType(uid)),
    ...attributesOf(strapi, uid).flatMap(([name, { type }]) => (type === 'password' ? [name] : [])),
  ]);

/** Its own object: a listener may keep it or change it. */
const without = (entry: Entry, names: Set<string>): Entry => {
  const rest: Entry = { id: entry.id };
  for (const name in entry) if (!names.has(name)) rest[name] = entry[name];
  return rest;
};
