import { randomUUID } from 'node:crypto';
import type { Settings } from '../../../server/src/modules/tracking/contract';
import { asAdmin } from '../../support/admin-roles';
import { documentsOf } from '../../support/documents';
import { startSite, type TestSite } from '../../support/strapi';
import { BROWSER, collect, event, identify } from '../../support/visits';

const CONTACT = 'plugin::contact-management.contact';
const MINUTE = 60_000;
const DAY = 86_400_000;

const get = (site: TestSite, path: string) =>
  site.http.get(`/contact-management${path}`).set(asAdmin(site.adminToken));

const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);

describe('the live view', () => {
  let site: TestSite;
  beforeAll(async () => {
    site = await startSite({ config: { tracking: { rateLimit: 'off' } } });
  });
  afterAll(() => site.stop());

  it('is empty while nobody is there', async () => {
    const { body } = await get(site, '/live').expect(200);
    expect(body).toEqual({ data: { visitorsNow: 0, visitors: [] } });
  });

  it('shows who was active in the last five minutes, the latest first, once each', async () => {
    const now = Date.now();
    const [early, late, gone] = [randomUUID(), randomUUID(), randomUUID()];
    await collect(site, {
      visitor: early,
      events: [
        event({ at: now - 4 * MINUTE, title: 'First' }),
        event({ at: now - 3 * MINUTE, title: 'Second', url: 'https://site.test/second' }),
      ],
    });
    await collect(site, { visitor: late, events: [event({ at: now - MINUTE, title: 'Late' })] });
    await collect(site, { visitor: gone, events: [event({ at: now - 6 * MINUTE })] });
    await identify(site, {
      visitor: late,
      traits: { email: 'late@shop.test', firstName: 'Late', lastName: 'Riser' },
    });
    const { body } = await get(site, '/live').expect(200);
    expect(body.data.visitorsNow).toBe(2);
    expect(body.data.visitors).toMatchObject([
      {
        contact: { displayName: 'Late Riser', kind: 'known', state: 'prospect' },
        title: 'Late',
        pageviews: 1,
        device: 'desktop',
      },
      {
        contact: { kind: 'anonymous', state: 'other' },
        title: 'Second',
        url: 'https://site.test/second',
        pageviews: 2,
        lastSeenAt: new Date(now - 3 * MINUTE).toISOString(),
        startedAt: new Date(now - 4 * MINUTE).toISOString(),
      },
    ]);
  });

  it('counts everybody and lists a hundred', async () => {
    await Promise.all(
      Array.from({ length: 120 }, () =>
        collect(site, { visitor: randomUUID(), events: [event()] }).expect(202)
      )
    );
    const { body } = await get(site, '/live').expect(200);
    expect(body.data.visitorsNow).toBe(122);
    expect(body.data.visitors).toHaveLength(100);
  });
});

describe('statistics, set-up and settings', () => {
  let site: TestSite;
  beforeAll(async () => {
    site = await startSite({ config: { tracking: { rateLimit: 'off', path: '/visits' } } });
  });
  afterAll(() => site.stop());

  const visit = (visitor: string, events: object[]) =>
    site.http
      .post('/visits/e')
      .set({ 'user-agent': BROWSER })
      .send({ visitor, events })
      .expect(202);

  it('wait for the first visit, and tell when it came', async () => {
    const before = await get(site, '/setup').expect(200);
    expect(before.body.data).toEqual({
      edition: 'ems',
      scriptTag: expect.stringMatching(
        /^<script async src="http:\/\/[^"]+[^/]\/visits\/t\.js"><\/script>$/
      ),
      lastEvent: null,
    });
    const at = new Date(Date.now() - 1_000).toISOString();
    await visit(randomUUID(), [event({ at, title: 'Home', url: 'https://site.test/' })]);
    const after = await get(site, '/setup').expect(200);
    expect(after.body.data.lastEvent).toEqual({ title: 'Home', url: 'https://site.test/', at });
  });

  it('count visits and new contacts of each day, and zero for a day without any', async () => {
    const noon = Date.now() - (Date.now() % DAY) - 12 * 3_600_000;
    const visitor = randomUUID();
    await visit(visitor, [event({ at: noon })]);
    await visit(visitor, [event({ at: noon + 2 * 3_600_000 })]);
    await visit(randomUUID(), [event({ at: noon - DAY })]);
    const contacts = documentsOf(site, CONTACT);
    await contacts.create({ data: { email: 'old@shop.test', identifiedAt: new Date(noon - DAY) } });
    await contacts.create({ data: { email: 'new@shop.test' } });
    const { body } = await get(site, '/stats?days=4').expect(200);
    const { days, timezone, totals } = body.data;
    expect(timezone).toBe('UTC');
    expect(days).toEqual([
      { date: dayOf(noon - 2 * DAY), visits: 0, newContacts: 0 },
      { date: dayOf(noon - DAY), visits: 1, newContacts: 1 },
      { date: dayOf(noon), visits: 2, newContacts: 0 },
      { date: dayOf(noon + DAY), visits: 1, newContacts: 1 },
    ]);
    expect(totals).toEqual({ visits: 4, newContacts: 2 });
  });

  it('give 30 days unless told otherwise, and a year at most', async () => {
    expect((await get(site, '/stats').expect(200)).body.data.days).toHaveLength(30);
    expect((await get(site, '/stats?days=365').expect(200)).body.data.days).toHaveLength(365);
    for (const days of ['0', '366', 'x', '1.5']) await get(site, `/stats?days=${days}`).expect(400);
  });

  it('keep what is changed, for the next request and the next start', async () => {
    const put = (body: object) =>
      site.http.put('/contact-management/settings').set(asAdmin(site.adminToken)).send(body);
    const configured: Settings = {
      honourPrivacySignals: true,
      consent: 'optional',
      ipAddress: 'off',
      purchaseMakesClient: true,
      edition: 'ems',
    };
    expect((await get(site, '/settings').expect(200)).body.data).toEqual(configured);
    await put({ consent: 'required' }).expect(200);
    const changed = { ...configured, consent: 'required', purchaseMakesClient: false };
    const answer = await put({ purchaseMakesClient: false }).expect(200);
    expect(answer.body.data).toEqual(changed);
    const ignored = await visit(randomUUID(), [event()]);
    expect(ignored.body).toEqual({ accepted: 0, ignored: 'consent' });
    for (const wrong of [
      { consent: 'sometimes' },
      { ipAddress: 'whole' },
      { honourPrivacySignals: 'yes' },
      { edition: 'cms' },
      { nonsense: true },
      [],
    ]) {
      await put(wrong).expect(400);
    }
    await site.restart();
    expect((await get(site, '/settings').expect(200)).body.data).toEqual(changed);
  });
});

describe('the tracking screens in the CMS edition', () => {
  let site: TestSite;
  beforeAll(async () => {
    site = await startSite({ config: { edition: 'cms' } });
  });
  afterAll(() => site.stop());

  it('have no live view', () => get(site, '/live').expect(404));

  it('count contacts but no visits, and know of no visit', async () => {
    await documentsOf(site, CONTACT).create({ data: { email: 'cms@shop.test' } });
    const stats = await get(site, '/stats?days=2').expect(200);
    expect(stats.body.data.totals).toEqual({ visits: 0, newContacts: 1 });
    const setup = await get(site, '/setup').expect(200);
    expect(setup.body.data).toMatchObject({ edition: 'cms', lastEvent: null });
    expect((await get(site, '/edition').expect(200)).body).toEqual({ data: { edition: 'cms' } });
    await get(site, '/settings').expect(200);
  });
});
