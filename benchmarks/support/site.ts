/** A site for benchmarks: a fresh app folder and database, served by a process of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import {
  createDatabase,
  type DatabaseKind,
  type TestDatabase,
} from '../../tests/support/databases';

const ROOT = process.cwd();
const SUPPORT = path.join(ROOT, 'benchmarks/support');

export interface BenchSite {
  url: string;
  database: TestDatabase;
  process: ChildProcess;
  stop(): Promise<void>;
}

export const startBenchSite = async (
  kind: DatabaseKind,
  config: Record<string, unknown> = {}
): Promise<BenchSite> => {
  const database = await createDatabase(kind);
  const appDir = await makeApp();
  const child = spawn(
    process.execPath,
    [
      ...(process.env.BENCH_NODE_OPTIONS?.split(' ') ?? []),
      '--expose-gc',
      path.join(SUPPORT, 'server.cjs'),
    ],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        ...process.env,
        NODE_ENV: 'production',
        BENCH_APP_DIR: appDir,
        TEST_DATABASE_CONNECTION: JSON.stringify(database.connection),
        TEST_PLUGIN_DIR: ROOT,
        TEST_PLUGIN_CONFIG: JSON.stringify({
          // On, but out of the way: all load comes from one address.
          tracking: { rateLimit: 1_000_000_000 },
          ...config,
        }),
      },
    }
  );
  const { port } = JSON.parse(await firstLine(child)) as { port: number };
  return {
    url: `http://127.0.0.1:${port}`,
    database,
    process: child,
    stop: async () => {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
      await rm(appDir, { recursive: true, force: true });
      await database.drop();
    },
  };
};

const firstLine = async (child: ChildProcess): Promise<string> => {
  if (!child.stdout) throw new Error('The server has no output');
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('{')) {
      child.stdout.resume();
      return line;
    }
  }
  throw new Error('The server ended before it served');
};

/** The tests' app, with the routes that the plugin is measured against. */
const makeApp = async (): Promise<string> => {
  await mkdir(path.join(ROOT, '.tmp'), { recursive: true });
  const appDir = await mkdtemp(path.join(ROOT, '.tmp/bench-'));
  await cp(path.join(ROOT, 'tests/support/app'), appDir, { recursive: true });
  await cp(path.join(SUPPORT, 'baselines.cjs'), path.join(appDir, 'src/index.js'));
  const hit = path.join(appDir, 'src/api/hit/content-types/hit');
  await mkdir(hit, { recursive: true });
  await writeFile(path.join(hit, 'schema.json'), JSON.stringify(HIT));
  return appDir;
};

const HIT = {
  kind: 'collectionType',
  collectionName: 'hits',
  info: { singularName: 'hit', pluralName: 'hits', displayName: 'Hit' },
  options: { draftAndPublish: false },
  attributes: {
    eventId: { type: 'string' },
    visitor: { type: 'string' },
    type: { type: 'string' },
    url: { type: 'text' },
    title: { type: 'string' },
    at: { type: 'datetime' },
  },
};
