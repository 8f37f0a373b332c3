/**
 * A page of the timeline of a contact with 100,000 activities among 5 million, through the admin route:
 * the first page, page 1,000 by its cursor, one type, one month. Target: p95 under 50 ms.
 * BENCH_ACTIVITIES makes it smaller.
 */
import type { Knex } from 'knex';
import type { DatabaseKind } from '../tests/support/databases';
import { encodeCursor } from '../server/src/platform/cursor';
import { signIn } from './support/admin';
import { connect } from './support/connect';
import { benchDatabases } from './support/databases';
import { analyze, concat, makePartition, numbersTo } from './support/fill';
import { percentile } from './support/percentile';
import { report } from './support/report';
import { startBenchSite } from './support/site';

const ACTIVITIES = Number(process.env.BENCH_ACTIVITIES ?? 5_000_000);
const OF_ONE_CONTACT = 50;
const CONTACT_ID = 1;
const DOCUMENT_ID = 'benchcontact000000000001';
const ROUNDS = 60;
const DAY = 86_400_000;
/** Spread over this month and the one before, whose partitions exist. */
const SPREAD = 20 * DAY;

const run = async (kind: DatabaseKind): Promise<void> => {
  const site = await startBenchSite(kind);
  const database = connect(site.database);
  try {
    const now = Date.now();
    await fill(database, kind, now);
    const admin = await signIn(site.url);
    const path = `/contact-management/contacts/${DOCUMENT_ID}/activities`;
    const deep = encodeCursor([now - SPREAD / 2, ACTIVITIES]);
    const queries = {
      'first page': '',
      'half way down, by cursor': `&cursor=${deep}`,
      'one type': '&types=purchase',
      'three days': `&from=${new Date(now - 9 * DAY).toISOString()}&to=${new Date(now - 6 * DAY).toISOString()}`,
    };
    const figures = [];
    for (const [name, query] of Object.entries(queries)) {
      const took = await admin.time(`${path}?limit=50${query}`, ROUNDS);
      figures.push({
        name: `p95, ${name}`,
        value: percentile(took, 0.95),
        unit: 'ms',
        target: 50,
        atLeast: false,
      });
    }
    report(
      `timeline of 1 contact among ${ACTIVITIES.toLocaleString('en')} activities, ${kind}`,
      figures
    );
  } finally {
    await database.destroy();
    await site.stop();
  }
};

/** Every fiftieth activity is the one contact's; one in a hundred of theirs is a purchase. */
const fill = async (database: Knex, kind: DatabaseKind, now: number): Promise<void> => {
  await database('cm_contacts').insert({
    id: CONTACT_ID,
    document_id: DOCUMENT_ID,
    kind: 'known',
    state: 'prospect',
    subscription: 'none',
    monitored: true,
    email: 'busy@contacts.test',
  });
  if (kind === 'postgres') await makePartition(database, now - SPREAD);
  const from = numbersTo(kind, ACTIVITIES);
  await database.raw(
    `insert into cm_activities (event_id, contact_id, visitor_id, session_id, type, occurred_at, received_at, title, url)
     select ${concat(kind, "'e'", 's.n')}, case when s.n % ${OF_ONE_CONTACT} = 0 then ${CONTACT_ID} else 2 + s.n % 100000 end,
       s.n % 100000, s.n % 300000,
       case when s.n % ${OF_ONE_CONTACT * 100} = 0 then 'purchase' else 'pagevisit' end,
       ${now - SPREAD} + s.n * ${Math.floor(SPREAD / ACTIVITIES)}, ${now}, 'A page', 'https://site.example/page'
     from ${from}`
  );
  await analyze(database, kind, 'cm_activities');
};

export default async (): Promise<void> => {
  for (const kind of benchDatabases()) await run(kind);
};
