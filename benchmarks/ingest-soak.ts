/**
 * Five minutes of load at about half the maximum rate: memory after warm-up and at the end, each after
 * a garbage collection. Target: at most 50 MB of growth. BENCH_SOAK_SECONDS shortens it.
 */
import type { DatabaseKind } from '../tests/support/databases';
import { benchDatabases } from './support/databases';
import { measure } from './support/load';
import { readMemory } from './support/memory';
import { measurePaced } from './support/paced';
import { report } from './support/report';
import { startBenchSite } from './support/site';
import { bodyOf, createVisitorPool } from './support/visitors';

const SECONDS = Number(process.env.BENCH_SOAK_SECONDS ?? 300);
const WARM_UP_SECONDS = 30;

const run = async (kind: DatabaseKind): Promise<void> => {
  const site = await startBenchSite(kind);
  const pool = createVisitorPool();
  const load = (seconds: number) => ({
    url: site.url,
    path: '/cm/e',
    connections: 128,
    seconds,
    nextBody: () => bodyOf(pool.next(0.1)),
  });
  try {
    const warm = await measure(load(WARM_UP_SECONDS));
    const before = await readMemory(site.url);
    const rate = Math.round(warm.requestsPerSecond / 2);
    const soak = await measurePaced({ ...load(SECONDS), rate });
    const after = await readMemory(site.url);
    report(`${SECONDS} seconds at half the maximum rate, ${kind}`, [
      { name: 'rate', value: soak.requestsPerSecond, unit: 'req/s' },
      { name: 'p99', value: soak.p99, unit: 'ms', target: 100, atLeast: false },
      { name: 'resident memory after warm-up', value: before.rss, unit: 'MB' },
      { name: 'heap after warm-up', value: before.heap, unit: 'MB' },
      {
        name: 'growth of resident memory',
        value: after.rss - before.rss,
        unit: 'MB',
        target: 50,
        atLeast: false,
      },
      {
        name: 'growth of the heap',
        value: after.heap - before.heap,
        unit: 'MB',
        target: 50,
        atLeast: false,
      },
      { name: 'failed requests', value: soak.failures, target: 0, atLeast: false },
    ]);
  } finally {
    await site.stop();
  }
};

export default async (): Promise<void> => {
  for (const kind of benchDatabases()) await run(kind);
};
