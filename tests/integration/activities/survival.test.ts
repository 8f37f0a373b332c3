/** What a site owner may do to the plugin and its data, after which nobody's history may be lost or another's. */
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { expectTrueTotals } from '../../support/activity-totals';
import { startSite, type TestSite } from '../../support/strapi';
import { collect, contactOf, event, identify } from '../../support/visits';

jest.setTimeout(240_000);

const run = promisify(execFile);
const CONTACT = 'plugin::contact-management.contact';
const STRAPI = path.join(__dirname, '../../../node_modules/@strapi/strapi/bin/strapi.js');
const LOADER = path.join(__dirname, '../../support/compile-source.cjs');
const OPEN = { config: { tracking: { rateLimit: 'off' } } };

/** Strapi's own command line on the site's database. */
const strapiCli = (site: TestSite, ...args: string[]) =>
  run(process.execPath, ['--require', LOADER, STRAPI, ...args], {
    cwd: site.appDir,
    env: process.env,
    maxBuffer: 50_000_000,
  });

const visit = async (site: TestSite, pages: string[], email?: string): Promise<string> => {
  const visitor = randomUUID();
  const events = pages.map((title) => event({ title }));
  await collect(site, { visitor, events }).expect(202);
  if (email) await identify(site, { visitor, traits: { email } }).expect(202);
  return visitor;
};

/** Whose each page visit, visit and device is, by e-mail and title: nothing that an import may change. */
const histories = async (site: TestSite) => {
  const { connection } = site.strapi.db;
  const pages = await connection('cm_activities as a')
    .leftJoin('cm_contacts as c', 'c.id', 'a.contact_id')
    .where('a.type', 'pagevisit')
    .orderBy('a.title')
    .select('a.title', 'c.email', 'c.document_id');
  const devices = await connection('cm_visitors as v')
    .leftJoin('cm_contacts as c', 'c.id', 'v.contact_id')
    .orderBy('v.visitor_key')
    .select('v.visitor_key', 'v.link', 'c.document_id');
  const sessions = await connection('cm_sessions as s')
    .leftJoin('cm_contacts as c', 'c.id', 's.contact_id')
    .join('cm_visitors as v', 'v.id', 's.visitor_id')
    .orderBy('v.visitor_key')
    .select('v.visitor_key', 'c.document_id');
  const consents = await connection('cm_consent_log as l')
    .leftJoin('cm_contacts as c', 'c.id', 'l.contact_id')
    .orderBy('l.id')
    .select('l.purpose', 'l.granted', 'c.document_id');
  const merges = await connection('cm_merge_ledger as m')
    .leftJoin('cm_contacts as c', 'c.id', 'm.into_contact_id')
    .orderBy('m.id')
    .select('m.from_document_id', 'c.document_id');
  return { pages, devices, sessions, consents, merges };
};

describe('histories', () => {
  let site: TestSite;
  let ann: string;
  beforeAll(async () => {
    site = await startSite(OPEN);
    // Gaps in the numbers, so that an import numbers everybody anew.
    const gone = await Promise.all(
      ['one', 'two', 'three'].map((name) =>
        site.strapi.documents(CONTACT).create({ data: { email: `${name}@gone.test` } as never })
      )
    );
    for (const { documentId } of gone) await site.strapi.documents(CONTACT).delete({ documentId });
    await site.strapi
      .documents(CONTACT)
      .create({ data: { email: 'owner@contacts.test', state: 'partner' } as never });
    ann = await visit(site, ['Ann 1', 'Ann 2'], 'ann@contacts.test');
    await visit(site, ['Bob 1'], 'bob@contacts.test');
    await visit(site, ['Anonymous 1']);
    // Joins the contact that nobody has visited with before.
    await visit(site, ['Owner 1'], 'owner@contacts.test');
    await visit(site, ['Cleo 1'], 'cleo@contacts.test');
    await site.http
      .post('/cm/consent')
      .send({ visitor: ann, purposes: { email: true } })
      .expect(202);
  });
  afterAll(() => site.stop());

  it('are all there after a boot without the plugin', async () => {
    const everything = async () => ({
      ...(await histories(site)),
      states: await site.strapi.db.connection('cm_state_history').orderBy('id'),
      contacts: await site.strapi.db.connection('cm_contacts').orderBy('id'),
    });
    const before = await everything();
    expect(before.merges).toHaveLength(1);
    expect(before.consents.length).toBeGreaterThan(0);
    await site.restart({ ...OPEN, pluginDisabled: true });
    await site.restart(OPEN);
    expect(await everything()).toEqual(before);
  });

  it('are still the right person’s after strapi export and import', async () => {
    const before = await histories(site);
    await expectTrueTotals(site);
    const numbers = () =>
      site.strapi.db.connection('cm_contacts').orderBy('document_id').select('document_id', 'id');
    const numbersBefore = await numbers();
    await site.strapi.destroy();
    const file = path.join(site.appDir, 'backup');
    await strapiCli(site, 'export', '--no-encrypt', '--no-compress', '--file', file);
    await strapiCli(site, 'import', '--force', '--file', `${file}.tar`);
    await rm(`${file}.tar`);
    await site.start(OPEN);

    expect(await numbers()).not.toEqual(numbersBefore);
    expect(await histories(site)).toEqual(before);
    await expectTrueTotals(site);

    const returning = await contactOf(site, ann);
    expect(returning.email).toBe('ann@contacts.test');
    await collect(site, { visitor: ann, events: [event({ title: 'Ann 3' })] }).expect(202);
    const { pages } = await histories(site);
    expect(pages.find(({ title }: { title: string }) => title === 'Ann 3')?.email).toBe(
      'ann@contacts.test'
    );
  });

  it('are nobody’s when the import does not bring their contact', async () => {
    await site.strapi.destroy();
    const file = path.join(site.appDir, 'backup');
    await strapiCli(site, 'export', '--no-encrypt', '--no-compress', '--file', file);
    await site.start(OPEN);
    await visit(site, ['Late 1'], 'late@contacts.test');
    await site.strapi.destroy();
    await strapiCli(site, 'import', '--force', '--file', `${file}.tar`);
    await site.start(OPEN);
    const { pages } = await histories(site);
    const late = pages.find(({ title }: { title: string }) => title === 'Late 1');
    expect(late).toMatchObject({ email: null, document_id: null });
    expect(pages.find(({ title }: { title: string }) => title === 'Ann 1')?.email).toBe(
      'ann@contacts.test'
    );
  });
});
