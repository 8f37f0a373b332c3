/**
 * 200 dynamic groups, 500 events a second for a minute: how long after the event that decides it is the
 * contact in its group? Target: at most 5 s, the slowest of them. BENCH_GROUPS, BENCH_RATE and
 * BENCH_SECONDS make it smaller.
 */
import type { Knex } from 'knex';
import type { DatabaseKind } from '../tests/support/databases';
import { signIn, type AdminSession } from './support/admin';
import { connect } from './support/connect';
import { benchDatabases } from './support/databases';
import { watchDeciding } from './support/deciding';
import { measurePaced } from './support/paced';
import { percentile } from './support/percentile';
import { report } from './support/report';
import { startBenchSite } from './support/site';
import { bodyOf, createVisitorPool } from './support/visitors';

const GROUPS = Number(process.env.BENCH_GROUPS ?? 200);
const RATE = Number(process.env.BENCH_RATE ?? 500);
const SECONDS = Number(process.env.BENCH_SECONDS ?? 60);
const TARGET_SECONDS = 5;
const NEW_SHARE = 0.1;

/** A third each: pages seen, campaigns, and a purchase that only the deciding events make. */
const conditionOf = (at: number): object => {
  const page = {
    ...{ type: 'activity', activity: 'pagevisit', operator: 'atLeast', count: 2 + (at % 30) },
    window: { last: 14, unit: 'days' },
  };
  const campaign = {
    ...{ type: 'attribute', field: 'lastUtmCampaign', operator: 'eq' },
    value: `campaign-${at}`,
  };
  const all = [page, campaign, { type: 'any', rules: [page, campaign] }];
  return all[at % all.length] ?? page;
};

const DECIDING = { type: 'activity', activity: 'purchase', operator: 'atLeast', count: 1 };

const run = async (kind: DatabaseKind): Promise<void> => {
  const site = await startBenchSite(kind);
  const database = connect(site.database);
  try {
    const admin = await signIn(site.url);
    for (let at = 1; at < GROUPS; at += 1) await newGroup(admin, `group-${at}`, conditionOf(at));
    await newGroup(admin, 'deciding', DECIDING);
    const pool = createVisitorPool();
    const stop = new AbortController();
    const watched = watchDeciding(site.url, stop.signal, (visitor) => isIn(database, visitor));
    const load = await measurePaced({
      ...{ url: site.url, path: '/cm/e', connections: 64, seconds: SECONDS, rate: RATE },
      nextBody: () => bodyOf(pool.next(NEW_SHARE)),
    });
    stop.abort();
    const delays = (await watched).sort((one, other) => one - other);
    const waiting = Number((await database('cm_recalculation').count({ n: '*' }))[0]?.n ?? 0);
    report(`${GROUPS} dynamic groups, ${RATE} events a second for ${SECONDS} s, ${kind}`, [
      {
        name: 'requests a second',
        value: load.requestsPerSecond,
        target: RATE * 0.98,
        atLeast: true,
      },
      { name: 'failures', value: load.failures, target: 0 },
      { name: 'answered, 99th percentile', value: load.p99, unit: 'ms' },
      { name: 'deciding events', value: delays.length },
      { name: 'in the group, median', value: percentile(delays, 0.5) / 1_000, unit: 's' },
      { name: 'in the group, 99th percentile', value: percentile(delays, 0.99) / 1_000, unit: 's' },
      {
        ...{ name: 'in the group, slowest', value: (delays.at(-1) ?? 0) / 1_000, unit: 's' },
        target: TARGET_SECONDS,
      },
      { name: 'changes still waiting at the end', value: waiting },
    ]);
  } finally {
    await database.destroy();
    await site.stop();
  }
};

const newGroup = async (admin: AdminSession, name: string, condition: object): Promise<void> => {
  await admin.send('POST', '/contact-management/contact-groups', {
    data: { name, displayName: name, kind: 'dynamic', condition },
  });
};

const isIn = async (database: Knex, visitor: string): Promise<boolean> => {
  const found: unknown = await database({ v: 'cm_visitors' })
    .join({ x: 'cm_group_members' }, 'x.contact_id', 'v.contact_id')
    .join({ g: 'cm_contact_groups' }, 'g.id', 'x.group_id')
    .where({ 'v.visitor_key': visitor, 'g.name': 'deciding', 'x.excluded': false })
    .first('x.id');
  return found !== undefined;
};

export default async (): Promise<void> => {
  for (const kind of benchDatabases()) await run(kind);
};
