/**
 * Single-event requests on 128 connections, the whole path with recognition, answered after the commit;
 * against an early route that only reads and parses the same body (the limit), and against a route that
 * creates a document per event (the plain way). Targets: ≥ 20 % and ≥ 10 ×.
 */
import type { DatabaseKind } from '../tests/support/databases';
import { benchDatabases } from './support/databases';
import { measure, type Measured } from './support/load';
import { measurePaced } from './support/paced';
import { report } from './support/report';
import { startBenchSite } from './support/site';
import { bodyOf, createVisitorPool } from './support/visitors';

const CONNECTIONS = 128;
const NEW_SHARE = 0.1;
const VISITORS = 100_000;
const SECONDS = 10;

const run = async (kind: DatabaseKind): Promise<void> => {
  const site = await startBenchSite(kind);
  const load = (path: string, nextBody: () => string, seconds = SECONDS) =>
    measure({ url: site.url, path, connections: CONNECTIONS, seconds, nextBody });
  try {
    const pool = createVisitorPool();
    await fill(pool, load);
    const body = () => bodyOf(pool.next(NEW_SHARE));
    const limit = await load('/bench/parse', body);
    const whole = await load('/cm/e', body);
    const again = await load('/bench/parse', body);
    const half = await measurePaced({
      url: site.url,
      path: '/cm/e',
      connections: CONNECTIONS,
      seconds: SECONDS,
      nextBody: body,
      rate: Math.round(whole.requestsPerSecond / 2),
    });
    const firsts = await load('/cm/e', () => bodyOf(pool.next(1)), 5);
    const plain = await load('/bench/documents', body, 5);
    print(kind, { limit: best(limit, again), whole, plain, half, firsts });
  } finally {
    await site.stop();
  }
};

/** So many visitors that those of the run come to 100,000 in all. */
const fill = async (
  pool: ReturnType<typeof createVisitorPool>,
  load: (path: string, nextBody: () => string, seconds: number) => Promise<Measured>
) => {
  while (pool.size() < VISITORS * 0.9) await load('/cm/e', () => bodyOf(pool.next(1), 1), 4);
};

const best = (a: Measured, b: Measured) => (a.requestsPerSecond > b.requestsPerSecond ? a : b);

const print = (
  kind: DatabaseKind,
  {
    limit,
    whole,
    plain,
    half,
    firsts,
  }: Record<'limit' | 'whole' | 'plain' | 'half' | 'firsts', Measured>
) => {
  const failures = whole.failures + half.failures + firsts.failures;
  report(`single events, ${kind}`, [
    { name: 'early route that parses the body', value: limit.requestsPerSecond, unit: 'req/s' },
    { name: 'whole path', value: whole.requestsPerSecond, unit: 'req/s' },
    { name: '  p99 at the maximum rate', value: whole.p99, unit: 'ms' },
    { name: 'documents.create per event', value: plain.requestsPerSecond, unit: 'req/s' },
    { name: 'every request a new visitor', value: firsts.requestsPerSecond, unit: 'req/s' },
    {
      name: 'share of the limit',
      value: whole.requestsPerSecond / limit.requestsPerSecond,
      target: 0.2,
      atLeast: true,
    },
    {
      name: 'times documents.create',
      value: whole.requestsPerSecond / plain.requestsPerSecond,
      target: 10,
      atLeast: true,
    },
    {
      name: 'p99 at half the maximum rate',
      value: half.p99,
      unit: 'ms',
      target: 100,
      atLeast: false,
    },
    { name: 'failed requests', value: failures, target: 0, atLeast: false },
  ]);
};

export default async (): Promise<void> => {
  for (const kind of benchDatabases()) await run(kind);
};
