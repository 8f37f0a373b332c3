/**
 * 100,000 contacts upserted through the API in calls of 1,000, one after the other, against bare knex
 * upserts of the same rows into the same table (500 a statement, without search index, history or
 * events): first when all are new, then when all are there and change. Target: ≥ 30 %, and memory that
 * does not grow with the number of contacts. BENCH_CONTACTS says how many.
 */
import type { Knex } from 'knex';
import { newDocumentId } from '../server/src/platform/document-id';
import type { DatabaseKind } from '../tests/support/databases';
import { createApiToken } from './support/admin';
import { connect } from './support/connect';
import { benchDatabases } from './support/databases';
import { readMemory } from './support/memory';
import { report } from './support/report';
import { startBenchSite, type BenchSite } from './support/site';

const CONTACTS = Number(process.env.BENCH_CONTACTS ?? 100_000);
const PER_CALL = 1_000;
const ROWS = 500;
const WARM_UP = Math.min(CONTACTS, 5_000);

const run = async (kind: DatabaseKind): Promise<void> => {
  const site = await startBenchSite(kind);
  const database = connect(site.database);
  try {
    const upsert = await upserting(site);
    await upsert({ count: WARM_UP, tenant: 'warm', round: 1 });
    const before = await readMemory(site.url);
    const made = await compare(CONTACTS, upsert, database, 1);
    const changed = await compare(CONTACTS, upsert, database, 2);
    const after = await readMemory(site.url);
    report(`${CONTACTS.toLocaleString('en')} contacts in calls of 1,000, ${kind}`, [
      { name: 'bare knex upserts, new', value: made.bare, unit: 'rows/s' },
      { name: 'through the API, new', value: made.api, unit: 'rows/s' },
      { name: 'share, new', value: made.api / made.bare, target: 0.3, atLeast: true },
      { name: 'bare knex upserts, changed', value: changed.bare, unit: 'rows/s' },
      { name: 'through the API, changed', value: changed.api, unit: 'rows/s' },
      { name: 'share, changed', value: changed.api / changed.bare, target: 0.3, atLeast: true },
      { name: 'growth of the heap', value: after.heap - before.heap, unit: 'MB', ...SMALL },
      { name: 'growth of resident memory', value: after.rss - before.rss, unit: 'MB' },
    ]);
  } finally {
    await database.destroy();
    await site.stop();
  }
};

const SMALL = { target: 50, atLeast: false };

interface Load {
  count: number;
  /** Part of the addresses, so that each way writes contacts of its own. */
  tenant: string;
  /** The second changes what the first wrote. */
  round: number;
}

type Upsert = (load: Load) => Promise<void>;

/** Rows per second of both ways, each half of it before the other: a machine's speed drifts. */
const compare = async (count: number, upsert: Upsert, database: Knex, round: number) => {
  const half = Math.floor(count / 2);
  const bareFirst = await seconds(() => upsertBare(database, { count: half, tenant: 'b1', round }));
  const api = await seconds(() => upsert({ count, tenant: 'api', round }));
  const bareLast = await seconds(() => upsertBare(database, { count: half, tenant: 'b2', round }));
  return { api: count / api, bare: (half * 2) / (bareFirst + bareLast) };
};

const seconds = async (work: () => Promise<void>): Promise<number> => {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1_000;
};

const upserting = async ({ url }: BenchSite): Promise<Upsert> => {
  const token = await createApiToken(url);
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    // The server closes what was idle while the bare upserts ran, perhaps just as it is used again.
    connection: 'close',
  };
  return async (load) => {
    for (const contacts of portions(load, PER_CALL)) {
      const answer = await fetch(`${url}/api/contact-management/contacts/upsert`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ contacts: contacts.map((data) => ({ data })) }),
      });
      const { results } = (await answer.json()) as { results: { status: string }[] };
      const wanted = load.round === 1 ? 'created' : 'updated';
      const other = results.find(({ status }) => status !== wanted);
      if (other) throw new Error(`Expected every row ${wanted}, not ${JSON.stringify(other)}`);
    }
  };
};

const upsertBare = async (database: Knex, load: Load): Promise<void> => {
  for (const contacts of portions(load, ROWS)) {
    const rows = contacts.map(toRow);
    const { document_id: _id, created_at: _at, ...changed } = rows[0] ?? {};
    await database('cm_contacts').insert(rows).onConflict('email').merge(Object.keys(changed));
  }
};

function* portions(load: Load, size: number) {
  for (let from = 0; from < load.count; from += size) {
    const length = Math.min(size, load.count - from);
    yield Array.from({ length }, (_, at) => contactOf(load, from + at));
  }
}

const CITIES = ['Brno', 'Praha', 'Ostrava', 'Plzeň', 'Olomouc', 'Liberec'];

const contactOf = ({ tenant, round }: Load, at: number) => ({
  email: `person${at}.${tenant}@mail${at % 50}.example`,
  externalId: `${tenant}-${at}`,
  firstName: `Anna${at % 1_000}`,
  lastName: `Nováková${at % 7_919}`,
  companyName: `Company ${at % 5_000} a.s.`,
  jobTitle: round === 1 ? 'Buyer' : 'Head of purchasing',
  city: CITIES[(at + round) % CITIES.length],
  country: 'CZ',
  language: 'cs',
  score: at % 100,
  source: 'benchmark',
});

/** As the plugin stores it. */
const toRow = ({ externalId, firstName, lastName, companyName, jobTitle, ...same }: Contact) => ({
  ...same,
  external_id: externalId,
  first_name: firstName,
  last_name: lastName,
  company_name: companyName,
  job_title: jobTitle,
  document_id: newDocumentId(),
  kind: 'known',
  state: 'prospect',
  subscription: 'none',
  monitored: true,
  phone_unreadable: false,
  mobile_phone_unreadable: false,
  identified_at: new Date(),
  created_at: new Date(),
  updated_at: new Date(),
  published_at: new Date(),
});

type Contact = ReturnType<typeof contactOf>;

export default async (): Promise<void> => {
  for (const kind of benchDatabases()) await run(kind);
};
