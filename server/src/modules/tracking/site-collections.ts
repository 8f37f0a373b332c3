/**
 * Activities out of a site's own collections (`activities` in the plugin's config): an order that is
 * created becomes a purchase. Watches the document service, so REST, GraphQL, the admin and the site's
 * own code all count; records after the commit; never breaks or delays the site's write.
 */
import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { config } from '../../config';
import { now } from '../../platform/clock';
import { isRecord } from '../../platform/records';
import { afterCommit } from '../../platform/transaction';
import { contacts } from '../contacts';
import type { VisitorKey } from '../identity';
import type { Background } from './server-log/background';
import { knownContacts } from './server-log/known-contacts';
import { checkCollection, type CheckedCollection } from './server-log/logged-collection';
import { recordActivities, type LoggedActivity } from './server-log/record-activities';
import {
  readVisitor,
  refusesTracking,
  visitOf,
  visitorKeyOfRequest,
} from './server-log/request-visitor';

/** Throws a sentence that names what is wrong; which stops the boot. */
export const checkSiteCollections = (strapi: Core.Strapi): CheckedCollection[] =>
  Object.entries(config(strapi).activities).map(([uid, logged]) =>
    checkCollection(strapi, uid, logged)
  );

export const logSiteCollections = (
  strapi: Core.Strapi,
  collections: CheckedCollection[],
  background: Background
): void => {
  const byUid = new Map(collections.map((collection) => [collection.uid, collection]));
  const middleware = async (context: DocumentContext, next: () => Promise<unknown>) => {
    const result = await next();
    const collection = byUid.get(context.uid);
    if (collection && isLogged(collection, context)) {
      await note(strapi, { collection, ids: entryIds(result), background });
    }
    return result;
  };
  strapi.documents.use(middleware as unknown as Parameters<typeof strapi.documents.use>[0]);
};

interface Noted {
  collection: CheckedCollection;
  ids: number[];
  background: Background;
}

/**
 * Reads the entries at once, because the next write may change or delete them, and keeps what is to be
 * recorded of them; records it later.
 */
const note = async (strapi: Core.Strapi, { collection, ids, background }: Noted): Promise<void> => {
  if (ids.length === 0) return;
  const what = `a ${collection.type} of ${collection.uid}`;
  try {
    const entries = (await strapi.db.query(collection.uid).findMany({
      where: { id: { $in: ids } },
      populate: collection.populate,
    })) as StoredEntry[];
    const write: SiteWrite = {
      collection,
      happenings: entries.flatMap((entry) => happeningOf(strapi, collection, entry)),
      visitorKey: visitorKeyNow(strapi),
      at: now(),
    };
    if (write.happenings.length === 0) return;
    await afterCommit(strapi, () => background.run(what, () => record(strapi, write)));
  } catch (error) {
    strapi.log.error(`contact-management: could not record ${what}: ${String(error)}`);
  }
};

/** Strapi types this once per action and content type; this looks at no more. */
interface DocumentContext {
  uid: string;
  action: string;
  params: { status?: string };
}

interface SiteWrite {
  collection: CheckedCollection;
  happenings: Happening[];
  visitorKey: VisitorKey | null;
  /** Epoch milliseconds. */
  at: number;
}

/** A write with `status: 'published'` publishes without passing the document service again. */
const isLogged = (
  { on, hasDraftAndPublish }: CheckedCollection,
  { action, params }: DocumentContext
): boolean => {
  if (on === 'create') return action === 'create' || action === 'clone';
  if (on === 'update') return action === 'update';
  const writes = action === 'create' || action === 'update';
  return action === 'publish' || (writes && hasDraftAndPublish && params.status === 'published');
};

/** Row numbers of what was written: one entry, or one per language. */
const entryIds = (result: unknown): number[] => {
  if (!isRecord(result)) return [];
  const entries: unknown[] = Array.isArray(result.entries) ? result.entries : [result];
  return entries.flatMap((entry) => (isRecord(entry) && entry.id ? [Number(entry.id)] : []));
};

const visitorKeyNow = (strapi: Core.Strapi): VisitorKey | null => {
  const request = strapi.requestContext.get()?.req;
  return request && !refusesTracking(strapi, request) ? visitorKeyOfRequest(request) : null;
};

interface StoredEntry {
  documentId: string;
  updatedAt: string | Date;
}

type Happening = Pick<LoggedActivity, 'eventId' | 'value' | 'title' | 'itemDocumentId'> & {
  /** Normalised. */
  email: string;
};

/** None when the entry names nobody. */
const happeningOf = (
  strapi: Core.Strapi,
  collection: CheckedCollection,
  entry: StoredEntry
): Happening[] => {
  const { email: named, value, title } = collection.read(entry);
  const email = named && contacts(strapi).normalizeEmail(named);
  if (!email) return [];
  const eventId = eventIdOf(collection, entry);
  return [{ email, value, title, eventId, itemDocumentId: entry.documentId }];
};

const record = async (
  strapi: Core.Strapi,
  { collection, happenings, visitorKey, at }: SiteWrite
): Promise<void> => {
  const wanted = happenings.map(({ email }) => ({ email, firstSeenAt: at }));
  const owners = await knownContacts(strapi, wanted, collection.uid);
  const visitor = visitorKey && (await readVisitor(strapi, visitorKey, at));
  const logged = happenings.flatMap(({ email, ...happening }): LoggedActivity[] => {
    const contact = owners.get(email);
    if (!contact?.monitored) return [];
    return [
      {
        ...happening,
        ...visitOf(strapi, visitor, contact.id),
        contactId: contact.id,
        type: collection.type,
        occurredAt: at,
        itemUid: collection.uid,
      },
    ];
  });
  await recordActivities(strapi, logged);
};

const MAX_EVENT_ID = 100;

/** One activity per entry, or per change of it: seen twice, recorded once. */
const eventIdOf = ({ uid, on }: CheckedCollection, { documentId, updatedAt }: StoredEntry) => {
  const change = on === 'update' ? `:${new Date(updatedAt).toISOString()}` : '';
  const id = `${uid}:${documentId}:${on}${change}`;
  return id.length <= MAX_EVENT_ID ? id : createHash('sha256').update(id).digest('hex');
};
