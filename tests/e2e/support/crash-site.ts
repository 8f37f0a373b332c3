/** A Strapi process of its own on a database that outlives it, and the load that it is killed under. */
import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import path from 'node:path';
import { createInterface } from 'node:readline';
import knex from 'knex';
import { createDatabase, type DatabaseKind, type TestDatabase } from '../../support/databases';

const ROOT = path.join(__dirname, '../../..');

export interface CrashSite {
  start(): Promise<RunningSite>;
  /** How often each event id is stored. Read by a connection of its own. */
  storedTimes(): Promise<Map<string, number>>;
  remove(): Promise<void>;
}

export interface RunningSite {
  port: number;
  /** Sends the signal; resolves when the process has ended. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<{ exitCode: number | null; milliseconds: number }>;
}

export const makeCrashSite = async (kind: DatabaseKind): Promise<CrashSite> => {
  const database = await createDatabase(kind);
  const appDir = await mkdtemp(path.join(ROOT, 'tests/.tmp-app-'));
  await cp(path.join(ROOT, 'tests/support/app'), appDir, { recursive: true });
  const running = new Set<ChildProcess>();
  return {
    start: async () => {
      const child = launch(appDir, database);
      running.add(child);
      return { port: await portOf(child), end: (signal) => end(child, signal) };
    },
    storedTimes: () => storedTimes(database),
    remove: async () => {
      for (const child of running) if (isAlive(child)) await end(child, 'SIGKILL');
      await rm(appDir, { recursive: true, force: true });
      await database.drop();
    },
  };
};

const launch = (appDir: string, { connection }: TestDatabase): ChildProcess =>
  spawn(process.execPath, [path.join(__dirname, 'crash-server.cjs')], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      CRASH_APP_DIR: appDir,
      TEST_DATABASE_CONNECTION: JSON.stringify(connection),
      TEST_PLUGIN_DIR: ROOT,
      TEST_PLUGIN_CONFIG: JSON.stringify({ tracking: { rateLimit: 'off' } }),
      TEST_PLUGIN_DISABLED: 'false',
    },
  });

const portOf = async (child: ChildProcess): Promise<number> => {
  if (!child.stdout) throw new Error('The server has no output');
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('{')) {
      child.stdout.resume();
      return (JSON.parse(line) as { port: number }).port;
    }
  }
  throw new Error('The server ended before it served');
};

const isAlive = ({ exitCode, signalCode }: ChildProcess) =>
  exitCode === null && signalCode === null;

const end = async (child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM') => {
  const start = performance.now();
  child.kill(signal);
  if (isAlive(child)) await once(child, 'exit');
  return { exitCode: child.exitCode, milliseconds: performance.now() - start };
};

const DRIVERS: Record<DatabaseKind, string> = {
  sqlite: 'better-sqlite3',
  postgres: 'pg',
  mysql: 'mysql2',
};

const storedTimes = async ({ kind, connection }: TestDatabase): Promise<Map<string, number>> => {
  const database = knex({ ...connection, client: DRIVERS[kind] });
  const rows: { event_id: string; n: number | string }[] = await database('cm_activities')
    .select('event_id')
    .count('* as n')
    .groupBy('event_id');
  await database.destroy();
  return new Map(rows.map(({ event_id, n }) => [event_id, Number(n)]));
};

export interface Sent {
  body: { visitor: string; events: { id: string; type: string; url: string }[] };
  /** Null when the connection broke before the answer. */
  status: number | null;
}

const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64) Chrome/126.0.0.0 Safari/537.36';
const EVENTS_PER_REQUEST = 3;

const newBody = (): Sent['body'] => ({
  visitor: randomUUID(),
  events: Array.from({ length: EVENTS_PER_REQUEST }, () => ({
    id: randomUUID(),
    type: 'pagevisit',
    url: 'https://site.test/',
  })),
});

/** Requests without pause on so many connections, until stopped; then resolves with all that were sent. */
export const startLoad = (port: number, connections: number) => {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const sent: Sent[] = [];
  let stopped = false;
  const client = async () => {
    while (!stopped) {
      const body = newBody();
      const one: Sent = { body, status: null };
      sent.push(one);
      one.status = await post(port, body, agent);
      if (one.status === null) return;
    }
  };
  const clients = Promise.all(Array.from({ length: connections }, client));
  return {
    sent,
    stop: () => {
      stopped = true;
    },
    finish: async (): Promise<Sent[]> => {
      stopped = true;
      await clients;
      agent.destroy();
      return sent;
    },
  };
};

export const post = (port: number, body: Sent['body'], agent?: Agent): Promise<number | null> =>
  new Promise((resolve) => {
    const outgoing = request(
      {
        host: '127.0.0.1',
        port,
        path: '/cm/e',
        method: 'POST',
        agent,
        headers: { 'content-type': 'application/json', 'user-agent': BROWSER },
      },
      (response) => {
        response.resume();
        response.on('end', () => {
          resolve(response.statusCode ?? null);
        });
        response.on('error', () => {
          resolve(null);
        });
      }
    );
    outgoing.on('error', () => {
      resolve(null);
    });
    outgoing.end(JSON.stringify(body));
  });
