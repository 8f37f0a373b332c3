/**
 * 50 rules, 10,000 events a minute: how long after an event is the total right that it changes? And are
 * all totals the sums of what was awarded, when nothing waits any more? Target: 5 s, the slowest of them.
 * BENCH_RATE (events a second) and BENCH_SECONDS make it smaller.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Knex } from 'knex';
import type { DatabaseKind } from '../tests/support/databases';
import { signIn } from './support/admin';
import { connect } from './support/connect';
import { benchDatabases } from './support/databases';
import { watchDeciding } from './support/deciding';
import { measurePaced } from './support/paced';
import { percentile } from './support/percentile';
import { report } from './support/report';
import { startBenchSite } from './support/site';
import { bodyOf, createVisitorPool } from './support/visitors';

const RATE = Number(process.env.BENCH_RATE ?? 10_000 / 60);
const SECONDS = Number(process.env.BENCH_SECONDS ?? 60);
const NUMBER_OF_RULES = 50;
const TARGET_SECONDS = 5;
const NEW_SHARE = 0.1;
const POINTS_OF_A_PURCHASE = 1_000;
const LOOK_EVERY_MILLISECONDS = 250;

/** A third each: pages by their address, a number of visits, campaigns. */
const ruleOf = (at: number): object => {
  const where = [{ field: 'url', operator: 'contains', value: `/${at}` }];
  const visits = { type: 'activity', activity: 'pagevisit', operator: 'atLeast', count: 2 + at };
  const campaign = { type: 'attribute', field: 'lastUtmCampaign', operator: 'eq' };
  const kinds = [
    { recurring: true, cap: 5, on: { kind: 'activity', activity: 'pagevisit', where } },
    { on: { kind: 'condition', condition: visits } },
    { on: { kind: 'condition', condition: { ...campaign, value: `campaign-${at}` } } },
  ];
  return { name: `Rule ${at}`, points: 1, ...kinds[at % kinds.length] };
};

const RULES = [
  {
    ...{ name: 'Bought', points: POINTS_OF_A_PURCHASE, recurring: true },
    on: { kind: 'activity', activity: 'purchase' },
  },
  ...Array.from({ length: NUMBER_OF_RULES - 1 }, (_, at) => ruleOf(at)),
];

const run = async (kind: DatabaseKind): Promise<void> => {
  const site = await startBenchSite(kind);
  const database = connect(site.database);
  try {
    const admin = await signIn(site.url);
    await admin.send('POST', '/contact-management/scores', {
      data: { name: 'bench', displayName: 'Bench', rules: RULES },
    });
    const pool = createVisitorPool();
    const stop = new AbortController();
    const watched = watchDeciding(site.url, stop.signal, (visitor) => isScored(database, visitor));
    const load = await measurePaced({
      ...{ url: site.url, path: '/cm/e', connections: 64, seconds: SECONDS, rate: RATE },
      nextBody: () => bodyOf(pool.next(NEW_SHARE)),
    });
    stop.abort();
    const delays = (await watched).sort((one, other) => one - other);
    await untilNothingWaits(database);
    report(`${NUMBER_OF_RULES} rules, ${Math.round(RATE * 60)} events a minute, ${kind}`, [
      {
        ...{ name: 'requests a second', value: load.requestsPerSecond },
        ...{ target: RATE * 0.98, atLeast: true },
      },
      { name: 'failures', value: load.failures, target: 0 },
      { name: 'deciding events', value: delays.length },
      { name: 'total right, median', value: percentile(delays, 0.5) / 1_000, unit: 's' },
      { name: 'total right, 99th percentile', value: percentile(delays, 0.99) / 1_000, unit: 's' },
      {
        ...{ name: 'total right, slowest', value: (delays.at(-1) ?? 0) / 1_000, unit: 's' },
        target: TARGET_SECONDS,
      },
      { name: 'awards', value: await countOf(database('cm_score_awards')) },
      { name: 'totals that are no sum of awards', value: await wrongTotals(database), target: 0 },
    ]);
  } finally {
    await database.destroy();
    await site.stop();
  }
};

const isScored = async (database: Knex, visitor: string): Promise<boolean> => {
  const found: unknown = await database({ v: 'cm_visitors' })
    .join({ t: 'cm_score_totals' }, 't.contact_id', 'v.contact_id')
    .where('v.visitor_key', visitor)
    .where('t.total', '>=', POINTS_OF_A_PURCHASE)
    .first('t.id');
  return found !== undefined;
};

const untilNothingWaits = async (database: Knex): Promise<void> => {
  while ((await countOf(database('cm_recalculation'))) > 0) await sleep(LOOK_EVERY_MILLISECONDS);
};

const wrongTotals = (database: Knex): Promise<number> => {
  const sums = database('cm_score_awards')
    .groupBy('contact_id', 'score_id')
    .select('contact_id', 'score_id')
    .sum({ points: 'points' });
  const wrong = database
    .from(sums.as('s'))
    .leftJoin({ t: 'cm_score_totals' }, (join) => {
      void join.on('t.contact_id', 's.contact_id').andOn('t.score_id', 's.score_id');
    })
    .whereRaw('coalesce(t.total, 0) <> s.points');
  return countOf(wrong);
};

const countOf = async (rows: Knex.QueryBuilder): Promise<number> => {
  const [row] = await rows.count<{ n: number | string }[]>({ n: '*' });
  return Number(row?.n ?? 0);
};

export default async (): Promise<void> => {
  for (const kind of benchDatabases()) await run(kind);
};
