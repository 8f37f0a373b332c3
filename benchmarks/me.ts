/**
 * `GET /cm/me` of 100,000 visitors in ten groups each, 500 times a second, with and without the token
 * for edges. Target: p95 under 20 ms.
 */
import type { Knex } from 'knex';
import type { DatabaseKind } from '../tests/support/databases';
import { connect } from './support/connect';
import { benchDatabases } from './support/databases';
import { analyze, numbersTo } from './support/fill';
import { measurePacedReads } from './support/paced';
import { report } from './support/report';
import { startBenchSite } from './support/site';

const VISITORS = 100_000;
const GROUPS = 10;
const RATE = 500;
const SECONDS = 15;
const CONNECTIONS = 64;
const BATCH = 500;
const TARGET_MILLISECONDS = 20;

const keyOf = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const anyVisitor = (): string => keyOf(1 + Math.floor(Math.random() * VISITORS));

const run = async (kind: DatabaseKind): Promise<void> => {
  const site = await startBenchSite(kind);
  const database = connect(site.database);
  try {
    await fill(database, kind);
    const read = (rest: string) =>
      measurePacedReads({
        url: site.url,
        connections: CONNECTIONS,
        seconds: SECONDS,
        rate: RATE,
        nextPath: () => `/cm/me?visitor=${anyVisitor()}${rest}`,
      });
    await read('');
    const plain = await read('');
    const token = await read('&token=1');
    const target = { unit: 'ms', target: TARGET_MILLISECONDS, atLeast: false };
    report(`who a visitor is, ${RATE} times a second, ${kind}`, [
      { name: 'answered', value: plain.requestsPerSecond, unit: 'req/s' },
      { name: 'p95', value: plain.p95, ...target },
      { name: 'p95, with a token', value: token.p95, ...target },
      { name: 'failures', value: plain.failures + token.failures, target: 0, atLeast: false },
    ]);
  } finally {
    await database.destroy();
    await site.stop();
  }
};

const fill = async (database: Knex, kind: DatabaseKind): Promise<void> => {
  const from = numbersTo(kind, VISITORS);
  await database.raw(
    `insert into cm_contacts (id, document_id, kind, state, subscription, monitored)
     select s.n, s.n, 'anonymous', 'other', 'none', ${kind === 'sqlite' ? 1 : 'true'} from ${from}`
  );
  const groups = Array.from({ length: GROUPS }, (_, index) => ({
    id: index + 1,
    document_id: `group-${index}`,
    name: `group-${index}`,
    display_name: `Group ${index}`,
    kind: 'manual',
    enabled: true,
    visible_to_site: true,
    size: VISITORS,
  }));
  await database('cm_contact_groups').insert(groups);
  for (const { id } of groups) {
    await database.raw(
      `insert into cm_group_members (group_id, contact_id, by_hand, excluded)
       select ${id}, s.n, ${kind === 'sqlite' ? '1, 0' : 'true, false'} from ${from}`
    );
  }
  for (let first = 1; first <= VISITORS; first += BATCH) {
    await database('cm_visitors').insert(
      Array.from({ length: BATCH }, (_, index) => ({
        visitor_key: keyOf(first + index),
        contact_id: first + index,
        link: 'own',
        first_seen_at: 1,
        last_seen_at: 1,
      }))
    );
  }
  await analyze(database, kind, 'cm_contacts', 'cm_visitors', 'cm_group_members');
};

export default async (): Promise<void> => {
  for (const kind of benchDatabases()) await run(kind);
};
