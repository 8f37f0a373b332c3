/**
 * Twenty rules over a million contacts with ten activities each, worked out from nothing, after one rule
 * was changed, and with every award given anew. Target: 60 s on PostgreSQL. BENCH_CONTACTS makes it smaller; SQLite takes
 * a tenth.
 */
import type { Knex } from 'knex';
import type { DatabaseKind } from '../tests/support/databases';
import { signIn, type AdminSession } from './support/admin';
import { connect } from './support/connect';
import { benchDatabases } from './support/databases';
import { concat, numbersTo } from './support/fill';
import { report } from './support/report';
import { startBenchSite } from './support/site';

const CONTACTS = Number(process.env.BENCH_CONTACTS ?? 1_000_000);
const ACTIVITIES_EACH = 10;
const TARGET_SECONDS = 60;
const TYPES = ['pagevisit', 'download', 'formsubmit', 'purchase', 'outboundlink'];
const COUNTRIES = ['CZ', 'SK', 'DE', 'AT', 'PL', 'FR', 'IT', 'ES', 'GB', 'US'];
const NUMBER_OF_RULES = 20;

/** Half of them by activity, half by condition. */
const RULES = Array.from({ length: NUMBER_OF_RULES }, (_, at) => {
  const shared = { name: `Rule ${at}`, points: at + 1 };
  const type = TYPES[at % TYPES.length];
  if (at % 2 === 0) {
    const where = [{ field: 'value', operator: 'gte', value: at * 3 }];
    return { ...shared, recurring: true, cap: 3, on: { kind: 'activity', activity: type, where } };
  }
  const country = COUNTRIES[at % COUNTRIES.length];
  const attribute = { type: 'attribute', field: 'country', operator: 'in', value: [country] };
  return { ...shared, on: { kind: 'condition', condition: attribute } };
});

const run = async (kind: DatabaseKind): Promise<void> => {
  const contacts = kind === 'sqlite' ? Math.ceil(CONTACTS / 10) : CONTACTS;
  const site = await startBenchSite(kind);
  const database = connect(site.database);
  try {
    await fill(database, kind, contacts);
    const admin = await signIn(site.url);
    const started = performance.now();
    const score = await newScore(admin);
    await untilComputed(database);
    const first = secondsSince(started);
    const change = performance.now();
    await saveRules(admin, database, score, await withAnotherRule(admin, score));
    const changed = secondsSince(change);
    const again = performance.now();
    await saveRules(admin, database, score, RULES);
    report(`${NUMBER_OF_RULES} rules for ${contacts.toLocaleString('en')} contacts, ${kind}`, [
      figure('from nothing', first, kind === 'postgres' ? TARGET_SECONDS : undefined),
      figure(
        'after one rule was changed',
        changed,
        kind === 'postgres' ? TARGET_SECONDS : undefined
      ),
      figure('every award taken and given anew', secondsSince(again)),
      { name: 'awards', value: await countOf(database, 'cm_score_awards'), unit: 'rows' },
    ]);
  } finally {
    await database.destroy();
    await site.stop();
  }
};

const figure = (name: string, value: number, target?: number) => ({
  ...{ name, value, unit: 's' },
  ...(target !== undefined && { target, atLeast: false }),
});

const secondsSince = (start: number): number => (performance.now() - start) / 1_000;

const countOf = async (database: Knex, table: string): Promise<number> => {
  const [row] = await database(table).count({ count: '*' });
  return Number(row?.count ?? 0);
};

const newScore = async (admin: AdminSession): Promise<string> => {
  const { answer } = await admin.send('POST', '/contact-management/scores', {
    data: { name: 'bench', displayName: 'Bench', rules: RULES },
  });
  return (answer as { data: { documentId: string } }).data.documentId;
};

const saveRules = async (
  admin: AdminSession,
  database: Knex,
  score: string,
  rules: object[]
): Promise<void> => {
  await admin.send('PUT', `/contact-management/scores/${score}`, { data: { rules } });
  await untilComputed(database);
};

/** As the editor saves it: the others keep their numbers, and so their awards. */
const withAnotherRule = async (admin: AdminSession, score: string): Promise<object[]> => {
  const path = `/contact-management/scores/${score}`;
  const { data } = await admin.get<{ data: { rules: { points: number }[] } }>(path);
  return data.rules.map((rule, at) => (at === 0 ? { ...rule, points: rule.points + 1 } : rule));
};

/** Whoever waits asks the database: a SQLite site answers nobody while it computes. */
const untilComputed = async (database: Knex): Promise<void> => {
  for (;;) {
    const done: unknown[] = await database('cm_scores')
      .where('name', 'bench')
      .whereNotNull('recomputed_at')
      .pluck('id');
    if (done.length > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};

const fill = async (database: Knex, kind: DatabaseKind, contacts: number): Promise<void> => {
  const oneOf = (values: string[], by: string) =>
    `case ${by} ${values.map((value, at) => `when ${at} then '${value}'`).join(' ')} end`;
  await database.raw(
    `insert into cm_contacts (id, document_id, kind, state, subscription, monitored, phone_unreadable,
       mobile_phone_unreadable, score, country)
     select n, ${concat(kind, `'bench'`, 'n')}, 'known', 'prospect', 'none', true, false, false, 0,
       ${oneOf(COUNTRIES, `n % ${COUNTRIES.length}`)}
     from ${numbersTo(kind, contacts)}`
  );
  await database.raw(
    `insert into cm_activities (event_id, contact_id, type, occurred_at, received_at, value)
     select ${concat(kind, `'bench'`, 'n')}, n % ${contacts} + 1,
       ${oneOf(TYPES, `(n / ${contacts} + n) % ${TYPES.length}`)},
       ${Date.now()} - n % 2000000, ${Date.now()}, n % 100
     from ${numbersTo(kind, contacts * ACTIVITIES_EACH)}`
  );
  if (kind !== 'mysql') await database.raw('analyze');
};

export default async (): Promise<void> => {
  for (const kind of benchDatabases()) await run(kind);
};
