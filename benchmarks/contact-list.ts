/**
 * The first page of the contact list among a million contacts, through the admin route: as it opens,
 * sorted, filtered, searched. Target: p95 under 200 ms. BENCH_CONTACTS makes it smaller.
 */
import type { Knex } from 'knex';
import type { DatabaseKind } from '../tests/support/databases';
import { signIn } from './support/admin';
import { connect } from './support/connect';
import { benchDatabases } from './support/databases';
import { percentile } from './support/percentile';
import { report } from './support/report';
import { startBenchSite } from './support/site';

const CONTACTS = Number(process.env.BENCH_CONTACTS ?? 1_000_000);
const ROUNDS = 30;

const QUERIES: Record<string, string> = {
  'as it opens': '',
  'sorted by name': 'sort=name:asc',
  'sorted by e-mail, backwards': 'sort=email:desc',
  'filtered by a common state': 'state=client',
  'filtered by a rare country': 'country=IS',
  'filtered by two things, sorted by name': 'state=partner&country=CZ&sort=name:asc',
  'searched for a common name': 'q=novak',
  'searched for one person': 'q=ann123456',
  'searched for two words': 'q=eva%20novak',
};
export default async (): Promise<void> => {
  for (const kind of benchDatabases()) await run(kind);
};

const run = async (kind: DatabaseKind): Promise<void> => {
  const site = await startBenchSite(kind);
  const database = connect(site.database);
  try {
    await fill(database, kind);
    const admin = await signIn(site.url);
    const figures = [];
    for (const [name, query] of Object.entries(QUERIES)) {
      const took = await admin.time(`/contact-management/contacts?pageSize=50&${query}`, ROUNDS);
      figures.push({
        name: `p95, ${name}`,
        value: percentile(took, 0.95),
        unit: 'ms',
        target: 200,
        atLeast: false,
      });
    }
    report(`contact list of ${CONTACTS.toLocaleString('en')}, ${kind}`, figures);
  } finally {
    await database.destroy();
    await site.stop();
  }
};

const FIRST_NAMES = ['Ann', 'Bob', 'Eva', 'Jan', 'Mia', 'Leo', 'Zoe', 'Max', 'Ida', 'Tom'];
const LAST_NAMES = [
  'Novak',
  'Smith',
  'Garcia',
  'Dvorak',
  'Muller',
  'Rossi',
  'Kim',
  'Silva',
  'Berg',
];
const COUNTRIES = ['CZ', 'SK', 'DE', 'AT', 'PL', 'FR', 'ES', 'IT'];

const oneOf = (values: string[], n: string): string =>
  `case ${n} % ${values.length} ${values.map((value, at) => `when ${at} then '${value}'`).join(' ')} end`;

/** Six in ten are known, with the words and sort keys that saving them would have made. */
const fill = async (database: Knex, kind: DatabaseKind): Promise<void> => {
  const now = Date.now();
  const at = (milliseconds: string) =>
    kind === 'postgres' ? `to_timestamp((${milliseconds}) / 1000.0)::timestamp` : milliseconds;
  const numbers =
    kind === 'postgres'
      ? `generate_series(1::bigint, ${CONTACTS}) as s(n)`
      : `(with recursive s(n) as (select 1 union all select n + 1 from s where n < ${CONTACTS}) select n from s) s`;
  const known = 'n % 10 < 6';
  const when = (value: string) => `case when ${known} then ${value} end`;
  const text = (value: string) => `cast(${value} as varchar(20))`;
  await database.raw(
    `insert into cm_contacts (id, document_id, kind, state, subscription, monitored, phone_unreadable,
       mobile_phone_unreadable, score, first_name, last_name, company_name, email, country,
       last_activity_at, first_seen_at, created_at, updated_at, published_at)
     select n, 'bench' || ${text('n')}, case when ${known} then 'known' else 'anonymous' end,
       case when ${known} then ${oneOf(['prospect', 'prospect', 'client', 'partner'], 'n')} else 'other' end,
       'none', ${kind === 'postgres' ? 'true, false, false' : '1, 0, 0'}, 0,
       ${when(oneOf(FIRST_NAMES, 'n'))}, ${when(oneOf(LAST_NAMES, '(n / 7)'))},
       ${when(`'Company ' || ${text('(n / 11) % 5000')}`)},
       ${when(`lower(${oneOf(FIRST_NAMES, 'n')}) || ${text('n')} || '@mail.example'`)},
       case when n % 100000 = 0 then 'IS' else ${oneOf(COUNTRIES, '(n / 3)')} end,
       ${at(`${now} - (n * 7919) % 8000000000`)}, ${at(`${now} - 9000000000`)},
       ${at(`${now} - 9000000000 + n`)}, ${at(`${now}`)}, ${at(`${now}`)}
     from ${numbers}`
  );
  const words = [
    'lower(first_name)',
    'lower(last_name)',
    'lower(email)',
    `replace(lower(email), '@mail.example', '')`,
    `'company'`,
    `'mail.example'`,
    `replace(company_name, 'Company ', '')`,
  ];
  for (const word of words) {
    await database.raw(
      `insert into cm_contact_words (contact_id, word) select id, ${word} from cm_contacts where kind = 'known'`
    );
  }
  await database.raw(
    `insert into cm_contact_sort_keys (contact_id, name, company)
     select id, lower(first_name || ' ' || last_name), lower(company_name) from cm_contacts where kind = 'known'`
  );
  await database.raw('analyze');
};
