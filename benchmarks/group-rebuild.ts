/**
 * Rebuilds of dynamic groups against the best statement by hand for the same question, in one run: an
 * attribute, activities counted in a window, and what is done in accounts; and their live previews. Targets on PostgreSQL with
 * 1 M contacts and 10 M activities: 3, 10 and 15 s, each at most twice the statement by hand.
 * BENCH_CONTACTS makes it smaller (activities: ten times as many; SQLite: a tenth of both).
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Knex } from 'knex';
import type { DatabaseKind } from '../tests/support/databases';
import { signIn, type AdminSession } from './support/admin';
import { connect } from './support/connect';
import { benchDatabases } from './support/databases';
import { analyze, concat, makePartition, numbersTo } from './support/fill';
import { report } from './support/report';
import { startBenchSite } from './support/site';

const CONTACTS = Number(process.env.BENCH_CONTACTS ?? 1_000_000);
const ACTIVITIES_EACH = 10;
const PEOPLE_PER_ACCOUNT = 20;
const LOOK_EVERY_MILLISECONDS = 50;
const PREVIEWS = 5;
const DAY_MILLISECONDS = 86_400_000;
const WINDOW_DAYS = 14;

interface Question {
  name: string;
  condition: object;
  targetSeconds: number;
  /** Row numbers of the contacts that match. */
  byHand: (now: number) => string;
}

const since = (now: number): number => now - WINDOW_DAYS * DAY_MILLISECONDS;
const window = { last: WINDOW_DAYS, unit: 'days' };

const QUESTIONS: Question[] = [
  {
    name: 'attribute',
    condition: { type: 'attribute', field: 'country', operator: 'in', value: ['CZ'] },
    targetSeconds: 3,
    byHand: () => `select id from cm_contacts where country = 'CZ'`,
  },
  {
    name: 'activity count',
    condition: { type: 'activity', activity: 'purchase', operator: 'atLeast', count: 2, window },
    targetSeconds: 10,
    byHand: (now) =>
      `select contact_id from cm_activities where type = 'purchase' and occurred_at > ${since(now)}
       and contact_id is not null group by contact_id having count(*) >= 2`,
  },
  {
    name: 'account activity',
    condition: {
      ...{ type: 'accountActivity', activity: 'purchase', operator: 'atLeast', count: 5 },
      window,
    },
    targetSeconds: 15,
    byHand: (now) =>
      `select distinct m.contact_id from cm_account_memberships m where m.account_id in (
         select p.account_id from cm_account_memberships p
         join cm_activities a on a.contact_id = p.contact_id
         where a.type = 'purchase' and a.occurred_at > ${since(now)} and p.until is null
         group by p.account_id having count(*) >= 5) and m.until is null`,
  },
];

const run = async (kind: DatabaseKind): Promise<void> => {
  const contacts = kind === 'sqlite' ? CONTACTS / 10 : CONTACTS;
  const site = await startBenchSite(kind);
  const database = connect(site.database);
  try {
    await fill(database, kind, contacts);
    const admin = await signIn(site.url);
    for (const question of QUESTIONS) {
      await compare(admin, database, {
        ...question,
        title: `${question.name}, ${contacts.toLocaleString('en')} contacts, ${kind}`,
      });
    }
  } finally {
    await database.destroy();
    await site.stop();
  }
};

const compare = async (
  admin: AdminSession,
  database: Knex,
  { name, title, condition, targetSeconds, byHand }: Question & { title: string }
): Promise<void> => {
  const bare = await writeByHand(database, byHand(Date.now()));
  const previews = await timePreviews(admin, condition);
  const group = await newGroup(admin, name.replace(/ /g, '-'), condition);
  const first = await rebuilt(admin, database, group);
  await admin.send('POST', `${PATH}/${group}/rebuild`, {});
  const again = await rebuilt(admin, database, group);
  report(title, [
    { name: 'members', value: first.size },
    { name: 'by hand, members and history written', value: bare, unit: 's' },
    { name: 'first rebuild', value: first.seconds, unit: 's', target: targetSeconds },
    {
      name: 'rebuild with nothing to change',
      value: again.seconds,
      unit: 's',
      target: targetSeconds,
    },
    { name: 'live preview, slowest of five', value: previews, unit: 's', target: 1 },
    { name: 'first rebuild by hand', value: first.seconds / bare, unit: '×', target: 2 },
  ]);
};

/** As the builder asks while somebody edits. */
const timePreviews = async (admin: AdminSession, condition: object): Promise<number> => {
  const took: number[] = [];
  for (let round = 0; round < PREVIEWS; round += 1) {
    const path = '/contact-management/conditions/preview';
    took.push((await admin.send('POST', path, { condition })).milliseconds);
  }
  return Math.max(...took) / 1_000;
};

/** What anybody would write for it, into the members' table and their history's, with the indexes of both. */
const writeByHand = async (database: Knex, matching: string): Promise<number> => {
  const start = performance.now();
  const people = `(${matching.replace(/^select (distinct )?(\S+)/, 'select $1$2 as id')}) as matching`;
  const now = new Date();
  await database.transaction(async (trx) => {
    await trx.raw(
      `insert into cm_group_members (group_id, contact_id, by_condition, by_account, by_hand, excluded, since)
       select 0, matching.id, ?, ?, ?, ?, ? from ${people}`,
      [true, false, false, false, now]
    );
    await trx.raw(
      `insert into cm_group_history (group_id, contact_id, entered, way, because, at)
       select 0, contact_id, ?, 'condition', '{}', ? from cm_group_members where group_id = 0`,
      [true, now]
    );
  });
  const seconds = (performance.now() - start) / 1_000;
  for (const table of ['cm_group_members', 'cm_group_history']) {
    await database(table).where('group_id', 0).delete();
  }
  return seconds;
};

/** Epoch milliseconds, as text from PostgreSQL. */
type JobTimes = Record<'created_at' | 'finished_at', number | string | null>;

interface View {
  documentId: string;
  rebuildState: string | null;
  size: number;
}

const PATH = '/contact-management/contact-groups';

const newGroup = async (admin: AdminSession, name: string, condition: object): Promise<string> => {
  const { answer } = await admin.send('POST', PATH, {
    data: { name, displayName: name, kind: 'dynamic', condition },
  });
  return (answer as { data: View }).data.documentId;
};

/** From when its job was added until it was done. Whoever waits asks the database: the site has enough to do. */
const rebuilt = async (
  admin: AdminSession,
  database: Knex,
  documentId: string
): Promise<{ seconds: number; size: number }> => {
  for (;;) {
    const job = await database('cm_jobs')
      .where('name', 'groups.rebuild')
      .orderBy('id', 'desc')
      .first<JobTimes | undefined>('created_at', 'finished_at');
    if (job?.finished_at) {
      const { data } = await admin.get<{ data: View }>(`${PATH}/${documentId}`);
      if (data.rebuildState !== 'done') throw new Error('The rebuild failed');
      const seconds = (Number(job.finished_at) - Number(job.created_at)) / 1_000;
      return { seconds, size: data.size };
    }
    await sleep(LOOK_EVERY_MILLISECONDS);
  }
};

const fill = async (database: Knex, kind: DatabaseKind, contacts: number): Promise<void> => {
  const people = numbersTo(kind, contacts);
  const accounts = Math.ceil(contacts / PEOPLE_PER_ACCOUNT);
  await database.raw(
    `insert into cm_contacts (id, document_id, kind, state, subscription, monitored, phone_unreadable,
       mobile_phone_unreadable, score, country)
     select s.n, ${concat(kind, `'bench'`, 's.n')}, 'known', 'prospect', 'none', true, false,
       false, 0, case when s.n % 50 = 0 then 'CZ' else 'DE' end from ${people}`
  );
  const companies = numbersTo(kind, accounts);
  await database.raw(
    `insert into cm_accounts (id, document_id, name, name_key)
     select s.n, ${concat(kind, `'account'`, 's.n')}, 'Co', 'co' from ${companies}`
  );
  // Counted at once: PostgreSQL believes a new table empty, and looks every member's contact up in all.
  await analyze(database, kind, 'cm_contacts', 'cm_accounts');
  await database.raw(
    `insert into cm_account_memberships (document_id, account_id, contact_id, is_primary)
     select ${concat(kind, `'member'`, 's.n')}, 1 + s.n % ${accounts}, s.n, false
     from ${people}`
  );
  await fillActivities(database, kind, contacts);
  await analyze(database, kind, 'cm_contacts', 'cm_activities', 'cm_account_memberships');
};

/** Over the last four weeks; about every twentieth is a purchase. */
const fillActivities = async (
  database: Knex,
  kind: DatabaseKind,
  contacts: number
): Promise<void> => {
  const all = numbersTo(kind, contacts * ACTIVITIES_EACH);
  const step = Math.max(1, Math.floor((28 * DAY_MILLISECONDS) / (contacts * ACTIVITIES_EACH)));
  const now = Date.now();
  if (kind === 'postgres') await makePartition(database, now - 28 * DAY_MILLISECONDS);
  await database.raw(
    `insert into cm_activities (event_id, contact_id, type, occurred_at, received_at)
     select ${concat(kind, `'bench'`, 's.n')}, 1 + (s.n * 7919 + (s.n % 1009) * 613) % ${contacts},
       case when (s.n * 31) % 97 < 5 then 'purchase' else 'pagevisit' end,
       ${now} - s.n * ${step}, ${now} from ${all}`
  );
};

export default async (): Promise<void> => {
  for (const kind of benchDatabases()) await run(kind);
};
