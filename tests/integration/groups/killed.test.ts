/** A server is killed in the middle of a rebuild: another one goes on with it, and members can be read all the while. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { CONTACT_UID } from '../../../server/src/modules/contacts';
import { inBatches } from '../../../server/src/platform/batches';
import { jobRows } from '../../../server/src/platform/jobs/table';
import { bulkSql } from '../../../server/src/platform/sql/bulk';
import { inTransaction } from '../../../server/src/platform/transaction';
import { asAdmin } from '../../support/admin-roles';
import { documentsOf, type Entry } from '../../support/documents';
import { dynamicOf, inCountry } from '../../support/dynamic-groups';
import { startSite, type TestSite } from '../../support/strapi';

jest.setTimeout(180_000);

/** More than two ranges of contacts, by their number as by their row numbers. */
const CONTACTS = 42_000;
const APART = 3;
const PER_INSERT = 2_000;

let site: TestSite;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.stop());

const on = () => dynamicOf(site);
const contactRows = () => site.strapi.db.getConnection('cm_contacts');

const addContacts = async (): Promise<void> => {
  const rows = Array.from({ length: CONTACTS }, (_, at) => ({
    ...{ id: (at + 1) * APART, document_id: `contact-${at}`, country: at % 50 === 0 ? 'SK' : 'CZ' },
    ...{ state: 'prospect', kind: 'known', subscription: 'none' },
  }));
  const columns = {
    ...({ id: 'bigint', document_id: 'text', country: 'text' } as const),
    ...({ state: 'text', kind: 'text', subscription: 'text' } as const),
  };
  await inTransaction(site.strapi, async (trx) => {
    const sql = await bulkSql(site.strapi, trx);
    for (const some of inBatches(rows, PER_INSERT)) {
      await sql.insert({ name: 'cm_contacts', columns }, some);
    }
  });
  // As it does by itself within a minute.
  if (site.database.kind === 'postgres') await site.strapi.db.connection.raw('analyze cm_contacts');
};

/** Rebuilds the group in a process of its own until that is killed. */
const rebuildUntilKilled = async ({ documentId }: Entry): Promise<unknown> => {
  const child = spawn(
    process.execPath,
    [path.join(__dirname, '../../support/killed-rebuild.cjs')],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, KILLED_APP_DIR: site.appDir, KILLED_GROUP: documentId },
    }
  );
  const [, signal] = (await once(child, 'exit')) as unknown[];
  return signal;
};

it('goes on where it was, with what has changed since', async () => {
  await addContacts();
  const group = await on().newDynamic('czechs', inCountry('CZ'), { enabled: false });
  await site.strapi.destroy();
  expect(await rebuildUntilKilled(group)).toBe('SIGKILL');

  await site.start();
  const [left] = await jobRows(site.strapi).where('name', 'groups.rebuild');
  expect(left).toMatchObject({ status: 'running', attempts: 1 });
  const before = await on().members(group);
  expect(before.length).toBeGreaterThan(0);
  expect(before.length).toBeLessThan(CONTACTS / 2);
  const path = `/contact-management/contact-groups/${group.documentId}`;
  const page = await site.http.get(`${path}/members`).set(asAdmin(site.adminToken)).expect(200);
  expect(page.body.data.length).toBeGreaterThan(0);
  const { body } = await site.http.get(path).set(asAdmin(site.adminToken)).expect(200);
  expect(body.data).toMatchObject({ rebuildState: 'running', size: before.length });

  const move = (at: number, country: string) =>
    documentsOf(site, CONTACT_UID).update({ documentId: `contact-${at}`, data: { country } });
  await move(1, 'SK');
  await move(0, 'CZ');
  await move(CONTACTS - 1, 'SK');
  await move(CONTACTS - 50, 'CZ');
  // As if the dead server's lease had run out.
  await jobRows(site.strapi).where('name', 'groups.rebuild').update({ lease_until: 0 });
  await on().settled();
  const expected: unknown[] = await contactRows().where('country', 'CZ').orderBy('id').pluck('id');
  expect(await on().members(group)).toEqual(expected);
  expect(await on().size(group)).toBe(expected.length);
  const [job] = await jobRows(site.strapi).where('name', 'groups.rebuild');
  expect(job).toMatchObject({ status: 'done', attempts: 2 });
  expect(await on().documents.findOne({ documentId: group.documentId })).toMatchObject({
    rebuildState: 'done',
  });
  for (const table of ['cm_group_moves', 'cm_group_touched']) {
    expect(await site.strapi.db.getConnection(table)).toEqual([]);
  }
});
