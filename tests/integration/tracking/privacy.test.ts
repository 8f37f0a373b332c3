/** What is not stored: before a visitor agrees, of addresses, and in the edition that tracks nobody. */
import { randomUUID } from 'node:crypto';
import { startSite, type TestSite } from '../../support/strapi';
import { collect, contactOf, event, identify } from '../../support/visits';

jest.setTimeout(120_000);

const CONTACT = 'plugin::contact-management.contact';
const count = async (site: TestSite, table: string): Promise<number> =>
  Number((await site.strapi.db.connection(table).count('* as n').first())?.n);
const email = () => `${randomUUID().slice(0, 8)}@contacts.test`;

describe('where consent is required', () => {
  let site: TestSite;
  beforeAll(async () => {
    site = await startSite({
      config: { tracking: { rateLimit: 'off', consent: 'required', ipAddress: 'truncated' } },
    });
  });
  afterAll(() => site.stop());

  it('stores nothing at all before a visitor agrees, and everything after', async () => {
    const visitor = randomUUID();
    const before = await collect(site, { visitor, events: [event()] }).expect(202);
    expect(before.body).toEqual({ accepted: 0, ignored: 'consent' });
    for (const table of ['cm_visitors', 'cm_contacts', 'cm_sessions', 'cm_activities']) {
      expect([table, await count(site, table)]).toEqual([table, 0]);
    }
    await site.http
      .post('/cm/consent')
      .send({ visitor, purposes: { tracking: true } })
      .expect(202);
    const after = await collect(site, { visitor, events: [event()] });
    expect(after.body).toMatchObject({ accepted: 1 });
  });

  it('takes an agreement that comes along with the events', async () => {
    const body = { visitor: randomUUID(), consent: { tracking: true }, events: [event()] };
    expect((await collect(site, body)).body).toMatchObject({ accepted: 1 });
  });

  it('keeps addresses without their last part', async () => {
    const sessions = await site.strapi.db.connection('cm_sessions').pluck('address');
    expect(new Set(sessions)).toEqual(new Set(['127.0.0.0']));
  });
});

describe('the CMS edition', () => {
  let site: TestSite;
  beforeAll(async () => {
    site = await startSite({ config: { edition: 'cms', tracking: { rateLimit: 'off' } } });
  });
  afterAll(() => site.stop());

  it('has no tracker, no events and no visitors', async () => {
    await site.http.get('/cm/t.js').expect(404);
    await collect(site, { events: [event()] }).expect(404);
    await site.http.get('/cm/me').expect(404);
    await site.http
      .post('/cm/consent')
      .send({ purposes: { email: true } })
      .expect(404);
  });

  it('makes a subscribed contact of a form, and no visitor', async () => {
    const address = email();
    const subscribe = { traits: { email: address, firstName: 'Ann' }, consent: { email: true } };
    await identify(site, { ...subscribe, visitor: randomUUID() }).expect(202, {});
    expect(await site.strapi.db.query(CONTACT).findMany()).toMatchObject([
      {
        email: address,
        firstName: 'Ann',
        kind: 'known',
        state: 'prospect',
        subscription: 'subscribed',
      },
    ]);
    expect(await count(site, 'cm_visitors')).toBe(0);
    expect(await site.strapi.db.connection('cm_consent_log').first()).toMatchObject({
      purpose: 'email',
      source: 'identify',
    });
  });

  it('leaves a contact that exists alone, but for a subscription that waits', async () => {
    const owner = await site.strapi
      .documents(CONTACT)
      .create({ data: { email: email(), firstName: 'Bob' } as never });
    const claim = { traits: { email: owner.email, firstName: 'Mallory' } };
    await identify(site, { ...claim, consent: { email: true } }).expect(202, {});
    expect(
      await site.strapi.documents(CONTACT).findOne({ documentId: owner.documentId })
    ).toMatchObject({ firstName: 'Bob', subscription: 'pending' });
  });

  it('makes one contact of twenty forms at once', async () => {
    const traits = { email: email() };
    await Promise.all(Array.from({ length: 20 }, () => identify(site, { traits }).expect(202)));
    expect(await site.strapi.db.query(CONTACT).count({ where: traits })).toBe(1);
  });
});

describe('a site that says nothing about addresses', () => {
  it('keeps none', async () => {
    const site = await startSite();
    const visitor = randomUUID();
    await collect(site, { visitor, events: [event()] }).expect(202);
    expect(await contactOf(site, visitor)).toBeDefined();
    expect(await site.strapi.db.connection('cm_sessions').pluck('address')).toEqual([null]);
    await site.stop();
  });
});
