/**
 * 20-event requests, against bare knex batch inserts of the same rows into the same table, one after
 * the other, 500 rows a statement. Target: ≥ 50 %. Also, without a target, the rate when every request
 * is a new visitor's first.
 */
import type { Knex } from 'knex';
import { toActivity, toRow } from '../server/src/modules/activities/activity-row';
import type { DatabaseKind } from '../tests/support/databases';
import { connect } from './support/connect';
import { benchDatabases } from './support/databases';
import { measure } from './support/load';
import { report } from './support/report';
import { startBenchSite } from './support/site';
import { bodyOf, createVisitorPool, trackerId } from './support/visitors';

const EVENTS = 20;
const CONNECTIONS = 64;
const SECONDS = 10;
const ROWS = 500;

const run = async (kind: DatabaseKind): Promise<void> => {
  const site = await startBenchSite(kind);
  const database = connect(site.database);
  const load = (newShare: number, seconds = SECONDS) =>
    measure({
      url: site.url,
      path: '/cm/e',
      connections: CONNECTIONS,
      seconds,
      nextBody: () => bodyOf(pool.next(newShare), EVENTS),
    });
  const pool = createVisitorPool();
  try {
    await load(1, 3);
    const before = await insertBare(database, SECONDS / 2);
    const whole = await load(0.1);
    const after = await insertBare(database, SECONDS / 2);
    const firsts = await load(1, 5);
    const bare = Math.max(before, after);
    const events = whole.requestsPerSecond * EVENTS;
    report(`${EVENTS}-event requests, ${kind}`, [
      { name: 'bare knex batch inserts', value: bare, unit: 'rows/s' },
      { name: 'whole path', value: events, unit: 'events/s' },
      {
        name: 'every request a new visitor',
        value: firsts.requestsPerSecond * EVENTS,
        unit: 'events/s',
      },
      { name: 'share of bare inserts', value: events / bare, target: 0.5, atLeast: true },
      {
        name: 'failed requests',
        value: whole.failures + firsts.failures,
        target: 0,
        atLeast: false,
      },
    ]);
  } finally {
    await database.destroy();
    await site.stop();
  }
};

const insertBare = async (database: Knex, seconds: number): Promise<number> => {
  const end = Date.now() + seconds * 1_000;
  const start = Date.now();
  let rows = 0;
  while (Date.now() < end) {
    await database('cm_activities').insert(Array.from({ length: ROWS }, bareRow));
    rows += ROWS;
  }
  return rows / ((Date.now() - start) / 1_000);
};

const bareRow = () => {
  const { events } = JSON.parse(bodyOf(trackerId())) as {
    events: { url: string; title: string; referrer: string }[];
  };
  const [event] = events;
  const activity = {
    eventId: trackerId(),
    contactId: Math.ceil(Math.random() * 10_000),
    visitorId: Math.ceil(Math.random() * 10_000),
    sessionId: Math.ceil(Math.random() * 10_000),
    type: 'pagevisit',
    ...event,
    utmSource: 'newsletter',
    utmCampaign: 'spring',
    browser: 'Chrome',
    os: 'Linux',
    device: 'desktop',
  };
  const row = toRow(toActivity(activity, Date.now()));
  return { ...row, url_hash: String(row.url_hash) };
};

export default async (): Promise<void> => {
  for (const kind of benchDatabases()) await run(kind);
};
