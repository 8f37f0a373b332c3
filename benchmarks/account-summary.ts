/**
 * What an account comes to, and its timeline, with a tree of 1,000 accounts below it: 100,000 contacts, one
 * in twenty of them in two accounts, and 5 million activities. Through the admin routes, 60 requests each;
 * of what is kept for a while in 15 seconds, so that it is counted again meanwhile. Target: p95 under 100 ms.
 * BENCH_ACTIVITIES makes it smaller.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Knex } from 'knex';
import type { DatabaseKind } from '../tests/support/databases';
import type { AccountSummary } from '../server/src/modules/activities/contract';
import { encodeCursor } from '../server/src/platform/cursor';
import { signIn, type AdminSession } from './support/admin';
import { connect } from './support/connect';
import { benchDatabases } from './support/databases';
import { analyze, concat, makePartition, numbersTo } from './support/fill';
import { percentile } from './support/percentile';
import { report, type Figure } from './support/report';
import { startBenchSite } from './support/site';

const ACTIVITIES = Number(process.env.BENCH_ACTIVITIES ?? 5_000_000);
const CONTACTS = 100_000;
const ACCOUNTS = 1_000;
const CHILDREN = 10;
const ROUNDS = 60;
const PAUSE = 250;
const DAY = 86_400_000;
/** Spread over this month and the one before, whose partitions exist. */
const SPREAD = 20 * DAY;
const TREE = '/contact-management/accounts/account-1';

const run = async (kind: DatabaseKind): Promise<void> => {
  const site = await startBenchSite(kind);
  const database = connect(site.database);
  try {
    const now = Date.now();
    await fill(database, kind, now);
    const admin = await signIn(site.url);
    const figures = await measure(admin, now);
    report(
      `an account with ${CONTACTS.toLocaleString('en')} contacts and ${ACTIVITIES.toLocaleString('en')} activities, ${kind}`,
      figures
    );
  } finally {
    await database.destroy();
    await site.stop();
  }
};

const measure = async (admin: AdminSession, now: number): Promise<Figure[]> => {
  const start = performance.now();
  const first = await countAll(admin);
  const seconds = (performance.now() - start) / 1_000;
  const deep = encodeCursor([now - SPREAD / 2, ACTIVITIES]);
  const queries = {
    'figures with subsidiaries': `${TREE}/summary?subsidiaries=true`,
    'figures of one account': `${TREE}/summary`,
    'people with subsidiaries': `${TREE}/people?subsidiaries=true`,
    'timeline with subsidiaries': `${TREE}/activities?subsidiaries=true`,
    '… half way down, by cursor': `${TREE}/activities?subsidiaries=true&cursor=${deep}`,
    '… one type': `${TREE}/activities?subsidiaries=true&types=purchase`,
    'timeline of one account': `${TREE}/activities`,
    'timeline of a branch of eleven accounts': `/contact-management/accounts/account-50/activities?subsidiaries=true`,
  };
  const figures: Figure[] = [
    { name: 'counting all activities once', value: seconds, unit: 's' },
    { name: 'figures with subsidiaries, the first time', value: first, unit: 'ms' },
  ];
  for (const [name, path] of Object.entries(queries)) {
    // Only these are kept for a while, and counted again meanwhile.
    const pause = name.endsWith('with subsidiaries') ? PAUSE : 0;
    const took = await admin.time(path, ROUNDS, { pause });
    const value = percentile(took, 0.95);
    figures.push({ name: `p95, ${name}`, value, unit: 'ms', target: 100, atLeast: false });
  }
  return figures;
};

/** Answers with the milliseconds of the first look at the tree after everything was counted. */
const countAll = async (admin: AdminSession): Promise<number> => {
  const filledAt = Date.now();
  for (;;) {
    // Of an account with few people, whose figures are never kept.
    const { data } = await admin.get<{ data: AccountSummary }>(
      `/contact-management/accounts/account-${ACCOUNTS}/summary`
    );
    if (Date.parse(data.countedAt ?? '') >= filledAt) break;
    await sleep(PAUSE);
  }
  const start = performance.now();
  const { data } = await admin.get<{ data: AccountSummary }>(`${TREE}/summary?subsidiaries=true`);
  const took = performance.now() - start;
  if (data.activities !== ACTIVITIES || data.contacts.current !== CONTACTS) {
    throw new Error(`The figures are wrong: ${JSON.stringify(data)}`);
  }
  return took;
};

/** Everybody is in one account of a thousand, one in twenty in another as well. */
const fill = async (database: Knex, kind: DatabaseKind, now: number): Promise<void> => {
  if (kind === 'postgres') await makePartition(database, now - SPREAD);
  const insert = async (table: string, columns: string, count: number, values: string[]) => {
    const from = numbersTo(kind, count);
    const filled = values.map((value) => value.replaceAll('#', 's.n')).join(', ');
    await database.raw(`insert into ${table} (${columns}) select ${filled} from ${from}`);
  };
  const text = (prefix: string) => concat(kind, `'${prefix}'`, '#');
  // Whole division differs between the databases.
  const parent = `case when # = 1 then null else floor((# + ${CHILDREN - 2}) / ${CHILDREN}.0) end`;
  await insert('cm_accounts', 'id, document_id, name, name_key', ACCOUNTS, [
    ...['#', text('account-'), text('Account '), text('account ')],
  ]);
  await database.raw(`update cm_accounts set parent_id = ${parent.replaceAll('#', 'id')}`);
  await insert('cm_contacts', 'id, document_id, email, kind, state, subscription', CONTACTS, [
    ...['#', text('contact-'), concat(kind, "'c'", '#', "'@bench.test'")],
    ...["'known'", "'prospect'", "'none'"],
  ]);
  const account = (contact: string, shift: number) =>
    `1 + (${contact} * 7919 + ${shift}) % ${ACCOUNTS}`;
  await insert('cm_account_memberships', 'document_id, account_id, contact_id', CONTACTS, [
    ...[text('m-'), account('#', 0), '#'],
  ]);
  await insert('cm_account_memberships', 'document_id, account_id, contact_id', CONTACTS / 20, [
    ...[text('n-'), account('# * 20', 13), '# * 20'],
  ]);
  await insert(
    'cm_activities',
    'event_id, contact_id, type, occurred_at, received_at, value, title, url',
    ACTIVITIES,
    [
      ...[text('e'), `1 + (# * 7907) % ${CONTACTS}`],
      `case when # % 500 = 0 then 'purchase' when # % 7 = 0 then 'download' else 'pagevisit' end`,
      `${now - SPREAD} + # * ${Math.floor(SPREAD / ACTIVITIES)}`,
      ...[String(now), 'case when # % 500 = 0 then 12.5 end', "'A page'"],
      "'https://site.example/page'",
    ]
  );
  await analyze(
    database,
    kind,
    ...['cm_activities', 'cm_contacts', 'cm_accounts', 'cm_account_memberships']
  );
};

export default async (): Promise<void> => {
  for (const kind of benchDatabases()) await run(kind);
};
