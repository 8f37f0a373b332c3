/** The database goes away for a moment while pages send: nothing acknowledged is lost, and the site recovers. */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import mysql from 'mysql2/promise';
import { Client } from 'pg';
import type { DatabaseKind } from '../../support/databases';
import { startSite, type TestSite } from '../../support/strapi';
import { collect, event, identify } from '../../support/visits';

jest.setTimeout(180_000);

const PAGES = 12;
const REQUESTS_PER_PAGE = 25;
const CUTS = 3;

let site: TestSite;
beforeAll(async () => {
  site = await startSite({ config: { tracking: { rateLimit: 'off' } } });
});
afterAll(() => site.stop());

interface Connection {
  connection: { database: string; host: string; port: number; user: string; password: string };
}
const connectionOf = () => (site.database.connection as Connection).connection;

/** Longer than SQLite's driver waits for the file before it says that it is busy. */
const HELD_MILLISECONDS = 6_000;
const HOLD = `
  const [, file, milliseconds] = process.argv;
  const database = require('better-sqlite3')(file, { timeout: 10000 });
  database.exec('begin exclusive');
  process.stdout.write('held');
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, Number(milliseconds));
  database.exec('commit');
`;

/** Ends every connection of the site's, or takes its file away from it. */
const cuts: Record<DatabaseKind, () => Promise<void>> = {
  postgres: async () => {
    const { database, ...server } = connectionOf();
    const client = new Client({ ...server, database: 'postgres' });
    await client.connect();
    await client.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = $1',
      [database]
    );
    await client.end();
  },
  mysql: async () => {
    const { database, ...server } = connectionOf();
    const client = await mysql.createConnection(server);
    const [rows] = await client.query(
      'select id from information_schema.processlist where db = ?',
      [database]
    );
    for (const { id } of rows as { id: number }[])
      await client.query('kill ?', [id]).catch(() => {});
    await client.end();
  },
  sqlite: async () => {
    const { filename } = connectionOf() as unknown as { filename: string };
    const holder = spawn(process.execPath, ['-e', HOLD, filename, String(HELD_MILLISECONDS)]);
    await once(holder.stdout, 'data');
  },
};

/** As the tracker does: the same events again until they are taken. */
const sendUntilTaken = async (visitor: string, events: object[], statuses: number[]) => {
  for (;;) {
    const { status } = await collect(site, { visitor, events });
    statuses.push(status);
    if (status === 202) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

it('every event is stored once, however often the connection is cut', async () => {
  const statuses: number[] = [];
  const ids: string[] = [];
  let taken = 0;
  const page = async () => {
    for (let at = 0; at < REQUESTS_PER_PAGE; at += 1) {
      const events = [event(), event()];
      ids.push(...events.map(({ id }) => id));
      await sendUntilTaken(at % 5 === 0 ? randomUUID() : VISITOR, events, statuses);
      taken += 1;
    }
  };
  const pages = Array.from({ length: PAGES }, page);
  const all = PAGES * REQUESTS_PER_PAGE;
  for (let cut = 1; cut <= (site.database.kind === 'sqlite' ? 1 : CUTS); cut += 1) {
    while (taken < (all * cut) / (CUTS + 2)) await new Promise((resolve) => setTimeout(resolve, 5));
    await cuts[site.database.kind]();
  }
  await Promise.all(pages);

  expect(statuses.filter((status) => status !== 202 && status !== 503)).toEqual([]);
  const stored: string[] = await site.strapi.db.connection('cm_activities').pluck('event_id');
  expect(stored.sort()).toEqual(ids.sort());
});

it('and everything else works again', async () => {
  await identify(site, { visitor: VISITOR, traits: { email: 'after@outage.test' } }).expect(202);
  await site.http
    .get('/contact-management/contacts?q=after')
    .auth(site.adminToken, { type: 'bearer' })
    .expect(200);
});

const VISITOR = randomUUID();
