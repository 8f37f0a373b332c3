/**
 * An account with 100,000 contacts comes to a group and leaves it again, through the admin route. Target:
 * 5 s each. Beside it the same rows by one bare statement. BENCH_MEMBERS makes it smaller.
 */
import type { Knex } from 'knex';
import type { MembersChanged } from '../server/src/modules/groups';
import type { DatabaseKind } from '../tests/support/databases';
import { signIn, type AdminSession } from './support/admin';
import { connect } from './support/connect';
import { benchDatabases } from './support/databases';
import { concat, numbersTo } from './support/fill';
import { report } from './support/report';
import { startBenchSite } from './support/site';

const MEMBERS = Number(process.env.BENCH_MEMBERS ?? 100_000);
/** As many again are in no account. */
const CONTACTS = 2 * MEMBERS;
const ACCOUNT = 'benchaccount000000000001';
const TARGET_MILLISECONDS = 5_000;

const run = async (kind: DatabaseKind): Promise<void> => {
  const site = await startBenchSite(kind);
  const database = connect(site.database);
  try {
    await fill(database, kind);
    const admin = await signIn(site.url);
    const group = await newGroup(admin);
    const members = `/contact-management/contact-groups/${group}/members`;
    const accounts = { accounts: [ACCOUNT] };
    const change = async (path: string, expected: Partial<MembersChanged>) => {
      const { answer, milliseconds } = await admin.send('POST', path, accounts);
      const got = (answer as { data: Record<string, number> }).data;
      for (const [name, value] of Object.entries(expected)) {
        if (got[name] !== value) throw new Error(`${name} is ${got[name]} and not ${value}`);
      }
      return milliseconds;
    };
    const comes = await change(members, { added: MEMBERS, size: MEMBERS });
    const again = await change(members, { added: 0, size: MEMBERS });
    const leaves = await change(`${members}/remove`, { removed: MEMBERS, size: 0 });
    const bare = await bareInsert(database);
    const figure = (name: string, value: number, target?: number) => ({
      ...{ name, value, unit: 'ms' },
      ...(target !== undefined && { target, atLeast: false }),
    });
    report(`an account with ${MEMBERS.toLocaleString('en')} contacts and a group, ${kind}`, [
      figure('comes to the group', comes, TARGET_MILLISECONDS),
      figure('comes to it once more', again, TARGET_MILLISECONDS),
      figure('leaves it', leaves, TARGET_MILLISECONDS),
      figure('one bare statement for the same rows', bare),
    ]);
  } finally {
    await database.destroy();
    await site.stop();
  }
};

const newGroup = async (admin: AdminSession): Promise<string> => {
  const { answer } = await admin.send('POST', '/contact-management/contact-groups', {
    data: { name: 'bench', displayName: 'Bench' },
  });
  return (answer as { data: { documentId: string } }).data.documentId;
};

const bareInsert = async (database: Knex): Promise<number> => {
  const start = performance.now();
  await database.raw(
    `insert into cm_group_members (group_id, contact_id, by_condition, by_account, by_hand, excluded, since)
     select 0, contact_id, ?, ?, ?, ?, ? from cm_account_memberships where account_id = 1`,
    [false, true, false, false, new Date()]
  );
  return performance.now() - start;
};

const fill = async (database: Knex, kind: DatabaseKind): Promise<void> => {
  await database('cm_accounts').insert({
    id: 1,
    document_id: ACCOUNT,
    name: 'Big',
    name_key: 'big',
  });
  await database.raw(
    `insert into cm_contacts (id, document_id, kind, state, subscription, monitored, phone_unreadable,
       mobile_phone_unreadable, score)
     select n, ${concat(kind, `'bench'`, 'n')}, 'known', 'prospect', 'none', true, false, false, 0
     from ${numbersTo(kind, CONTACTS)}`
  );
  // Counted at once: PostgreSQL believes a new table empty, and looks every member's contact up in all.
  if (kind !== 'mysql') await database.raw('analyze');
  // Every second contact is in the account.
  await database.raw(
    `insert into cm_account_memberships (document_id, account_id, contact_id, is_primary)
     select ${concat(kind, `'member'`, 'n')}, 1, 2 * n, false from ${numbersTo(kind, MEMBERS)}`
  );
  if (kind !== 'mysql') await database.raw('analyze');
};

export default async (): Promise<void> => {
  for (const kind of benchDatabases()) await run(kind);
};
