/**
 * The rows of an upsert that can be written together, a hundred in a transaction of a few statements: new
 * contacts and plain values. Same rules, history, index and events as one by one, because they pass the
 * same guards and middlewares; what is refused on the way, or has to ask more of the database, is left
 * for the way one by one, and so is everything when a statement fails.
 */
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { inBatches } from '../../../platform/batches';
import { announceEntries } from '../../../platform/entry-events';
import { definitionsInUse } from '../../../platform/fields/definitions';
import { plainValues, type PlainValues } from '../../../platform/plain-values';
import { retryConflicts } from '../../../platform/retry-conflicts';
import { dialectOf, type Dialect } from '../../../platform/sql/dialect';
import { isOutage } from '../../../platform/sql/outage';
import { inTable } from '../../../platform/sql/table';
import { causeOf } from '../../../platform/sql/write-conflict';
import { watchGrowth } from '../../../platform/sql/young-table';
import { storeEntries, type StoredEntry } from '../../../platform/store-entries';
import { commitThenAnnounce, type Committed } from '../../../platform/transaction';
import { takenField } from '../../../platform/unique-fields';
import { writeTogether, type TogetherCall } from '../../../platform/writes-together';
import type { ContactFacts } from '../contact-documents';
import { announceCreated, announceUpdates, finishCreates, finishUpdates } from '../contact-written';
import { CONTACT_UID, CONTACTS_TABLE } from '../contract';
import { UNIQUE_FIELDS } from '../unique-fields';
import type { ParsedUpsert, UpsertResult } from './parse-upserts';
import { readTogether, rowsOfIds } from './together-contacts';
import { candidatesOf, type Candidate } from './together-plan';
import { changesOf } from './upsert-changes';

type Results = Map<number, UpsertResult>;

/** Few enough for what is under way to die young: with a thousand, a third of the time went to collecting it. */
const ROWS_TOGETHER = 100;

/** Transactions under way at once, of contacts that have nothing to do with each other. */
const LANES: Record<Dialect, number> = { sqlite: 1, postgres: 2, mysql: 1 };

/** By index. In a transaction of the caller's, which a failing statement would cost, there are none. */
export const upsertTogether = async (
  strapi: Core.Strapi,
  items: ParsedUpsert[]
): Promise<Results> => {
  const results: Results = new Map();
  if (strapi.db.inTransaction()) return results;
  const plain = plainContact(strapi);
  const batches = inBatches(candidatesOf(items, plain), ROWS_TOGETHER)[Symbol.iterator]();
  const lane = async () => {
    for (const candidates of batches) {
      if (candidates.length < 2) continue;
      for (const [index, result] of await upsertSome(strapi, plain, candidates)) {
        results.set(index, result);
      }
    }
  };
  await Promise.all(Array.from({ length: LANES[dialectOf(strapi)] }, lane));
  const created = [...results.values()].filter(({ status }) => status === 'created').length;
  watchGrowth(strapi, CONTACTS_TABLE).grew(created);
  return results;
};

const upsertSome = async (
  strapi: Core.Strapi,
  plain: PlainValues,
  candidates: Candidate[]
): Promise<Results> => {
  const once = () => commitThenAnnounce(strapi, (trx) => write({ strapi, trx, plain }, candidates));
  try {
    return await retryTaken(() => retryConflicts(strapi, once));
  } catch (error) {
    if (isOutage(error)) throw error;
    strapi.log.warn(
      `contact-management: ${candidates.length} contacts could not be upserted together and are one by one: ${causeOf(error)}`
    );
    return new Map();
  }
};

const ATTEMPTS = 3;

/** Somebody else created one of them in between: then it is there to be updated. */
const retryTaken = async (work: () => Promise<Results>, attempt = 1): Promise<Results> => {
  try {
    return await work();
  } catch (error) {
    if (attempt >= ATTEMPTS || !takenField(UNIQUE_FIELDS, error)) throw error;
    return retryTaken(work, attempt + 1);
  }
};

const plainContact = (strapi: Core.Strapi) =>
  plainValues(strapi.contentType(CONTACT_UID).attributes);

interface Writing {
  strapi: Core.Strapi;
  trx: Knex.Transaction;
  plain: PlainValues;
}

interface Planned {
  index: number;
  call: TogetherCall & { facts: ContactFacts };
}

const write = async (writing: Writing, candidates: Candidate[]): Promise<Committed<Results>> => {
  const { strapi, trx, plain } = writing;
  const { planned, unchanged } = await plan(writing, candidates);
  const stored: StoredEntry[] = [];
  const written = await writeTogether(
    strapi,
    CONTACT_UID,
    planned.map(({ call }) => call),
    async (writes) => {
      const some = await storeEntries(
        { strapi, trx, uid: CONTACT_UID, plain },
        writes.map((one) => ({ ...one, id: (one.facts as ContactFacts).before?.id }))
      );
      stored.push(...some);
      return new Map(some.map(({ at, answer }) => [at, answer]));
    }
  );
  const announce = await finish(writing, stored, planned);
  const results: Results = new Map(unchanged);
  for (const { at, entry, event } of stored) {
    const index = planned[at]?.index;
    if (index === undefined || !written.has(at)) continue;
    const status = event === 'entry.create' ? 'created' : 'updated';
    results.set(index, { index, status, documentId: String(entry.documentId) });
  }
  return { result: results, announce };
};

/** What is to be done about each; who would change whom another row or contact speaks of is left out. */
const plan = async ({ strapi, trx }: Writing, candidates: Candidate[]) => {
  const definitions = await definitionsInUse(strapi, 'contact');
  const contacts = await readTogether(strapi, trx, candidates);
  const planned: Planned[] = [];
  const unchanged: [number, UpsertResult][] = [];
  const spoken = new Set<number>();
  for (const { index, item, keys } of candidates) {
    const meant = contacts.meantBy(keys);
    const [found] = meant;
    const isOther = meant.length > 1 || (found && (spoken.has(found.row.id) || !found.isBy(item)));
    for (const { row } of meant) spoken.add(row.id);
    if (isOther || (!found && item.match === 'documentId')) continue;
    if (!found) {
      const facts = { before: null, definitions };
      planned.push({ index, call: { action: 'create', data: item.data, facts } });
      continue;
    }
    const { row, entry } = found;
    const documentId = row.document_id;
    const data = changesOf(entry, item.data, { policy: item.policy, fields: definitions });
    if (Object.keys(data).length === 0) {
      unchanged.push([index, { index, status: 'unchanged', documentId }]);
    } else if (data.email === undefined && data.externalId === undefined) {
      const facts = { before: row, definitions };
      planned.push({ index, call: { action: 'update', documentId, data, facts } });
    }
  }
  return { planned, unchanged };
};

const finish = async (
  { strapi, trx }: Writing,
  stored: StoredEntry[],
  planned: Planned[]
): Promise<() => Promise<void>> => {
  const rows = await rowsOfIds(
    () => inTable(strapi, CONTACTS_TABLE, trx),
    stored.flatMap(({ id, event }) => (event === 'entry.update' ? [id] : []))
  );
  const created = stored.flatMap(({ id, event, entry: { documentId, customFields } }) =>
    event === 'entry.create'
      ? [{ id, document_id: String(documentId), custom_fields: customFields ?? null }]
      : []
  );
  const updated = stored.flatMap(({ at, id, data }) => {
    const before = planned[at]?.call.facts.before;
    const after = rows.get(id);
    return before && after ? [{ before, after, written: data }] : [];
  });
  if (created.length > 0) await finishCreates(strapi, trx, created);
  const changed = await finishUpdates(strapi, trx, updated);
  return async () => {
    for (const event of ['entry.create', 'entry.update'] as const) {
      const entries = stored.filter((one) => one.event === event).map(({ entry }) => entry);
      await announceEntries(strapi, CONTACT_UID, event, entries);
    }
    await announceCreated(strapi, created);
    await announceUpdates(strapi, changed);
  };
};
