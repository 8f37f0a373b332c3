import { randomUUID } from 'node:crypto';
import type { ActivityPage } from '../../../server/src/modules/activities/contract';
import { startSite, type TestSite } from '../../support/strapi';
import { activityCount, BROWSER, collect, contactOf, event, identify } from '../../support/visits';

describe('collecting events', () => {
  let site: TestSite;
  beforeAll(async () => {
    site = await startSite({ config: { tracking: { rateLimit: 'off' } } });
  }, 60_000);
  afterAll(() => site.stop());

  it('makes an anonymous contact of a first visit, and keeps it for the second', async () => {
    const visitor = randomUUID();
    const first = await collect(site, { visitor, events: [event()] }).expect(202);
    expect(first.body).toEqual({ accepted: 1, duplicates: 0, rejected: [], visitor });
    const contact = await contactOf(site, visitor);
    expect(contact).toMatchObject({ kind: 'anonymous', state: 'other', link: 'own' });
    await collect(site, { visitor, events: [event(), event()] }).expect(202);
    expect(await contactOf(site, visitor)).toMatchObject({ id: contact.id });
    expect(await activityCount(site, { contact_id: contact.id })).toBe(3);
  });

  it('stores an event that is sent 200 times at once exactly once', async () => {
    const visitor = randomUUID();
    const body = { visitor, events: [event()] };
    const answers = await Promise.all(Array.from({ length: 200 }, () => collect(site, body)));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 202));
    const accepted = answers.reduce((sum, answer) => sum + Number(answer.body.accepted), 0);
    expect(accepted).toBe(1);
    expect(await activityCount(site, { event_id: body.events[0]?.id })).toBe(1);
  });

  it('stores an event once when it comes again with another time', async () => {
    const visitor = randomUUID();
    const sent = event({ at: Date.now() });
    await collect(site, { visitor, events: [sent] });
    const again = await collect(site, {
      visitor,
      events: [{ ...sent, at: Date.now() - 6 * 86_400_000 }],
    });
    expect(again.body).toMatchObject({ accepted: 0, duplicates: 1 });
  });

  it('takes ids that differ only in case for two events', async () => {
    const visitor = randomUUID();
    const id = `case-${randomUUID()}`;
    const events = [event({ id }), event({ id: id.toUpperCase() })];
    const answer = await collect(site, { visitor, events }).expect(202);
    expect(answer.body).toMatchObject({ accepted: 2, duplicates: 0 });
    const later = event({ id: id.replace('case', 'Case') });
    const next = await collect(site, { visitor, events: [later] }).expect(202);
    expect(next.body).toMatchObject({ accepted: 1, duplicates: 0 });
  });

  it('makes one contact of two first events at once', async () => {
    const visitor = randomUUID();
    const before = await site.strapi.db.query('plugin::contact-management.contact').count();
    await Promise.all(
      Array.from({ length: 20 }, () => collect(site, { visitor, events: [event()] }).expect(202))
    );
    const after = await site.strapi.db.query('plugin::contact-management.contact').count();
    expect(after - before).toBe(1);
  });

  it('never lets one bad event cost the others', async () => {
    const answer = await collect(site, {
      visitor: randomUUID(),
      events: [event(), event({ type: 'no-such-type' }), event({ url: 'javascript:alert(1)' })],
    });
    expect(answer.body).toMatchObject({
      accepted: 1,
      rejected: [
        { index: 1, code: 'unknown-type' },
        { index: 2, code: 'invalid-url' },
      ],
    });
  });

  it('clamps times to seven days ago and five minutes ahead', async () => {
    const visitor = randomUUID();
    const events = [event({ at: 1 }), event({ at: '2999-01-01T00:00:00Z' })];
    const now = Date.now();
    await collect(site, { visitor, events }).expect(202);
    const rows = await site.strapi.db
      .connection('cm_activities')
      .whereIn(
        'event_id',
        events.map(({ id }) => id)
      )
      .orderBy('occurred_at');
    expect(Number(rows[0].occurred_at)).toBeGreaterThanOrEqual(now - 7 * 86_400_000 - 1_000);
    expect(Number(rows[1].occurred_at)).toBeLessThanOrEqual(Date.now() + 300_000);
  });

  it('gives a visitor without a key a fresh one, as a cookie on the same site', async () => {
    const answer = await collect(site, { events: [event()] }, { 'sec-fetch-site': 'same-site' });
    expect(answer.headers['set-cookie']?.[0]).toContain(`cm_visitor=${answer.body.visitor}`);
    const other = await collect(site, { events: [event()] }, { 'sec-fetch-site': 'cross-site' });
    expect(other.headers['set-cookie']).toBeUndefined();
  });

  it('gives a visitor whose cookie is damaged a fresh key, instead of refusing it for good', async () => {
    const damaged = '-'.repeat(36);
    const headers = { 'sec-fetch-site': 'same-origin', cookie: `cm_visitor=${damaged}` };
    for (const visitor of [damaged, undefined]) {
      const answer = await collect(site, { visitor, events: [event()] }, headers).expect(202);
      expect(answer.body).toMatchObject({
        accepted: 1,
        visitor: expect.stringMatching(/^[0-9a-f]{8}-/),
      });
      expect(answer.headers['set-cookie']?.[0]).toContain(`cm_visitor=${answer.body.visitor}`);
      expect(await contactOf(site, answer.body.visitor)).toBeDefined();
    }
    const { body } = await site.http.get(`/cm/me?visitor=${damaged}`).expect(200);
    expect(body).toMatchObject({ known: false, groups: [] });
    await identify(site, { visitor: damaged, traits: { email: 'damaged@contacts.test' } }).expect(
      202
    );
    await collect(site, { visitor: 'x'.repeat(36), events: [event()] }).expect(400);
  });

  it.each([
    ['a bot', { 'user-agent': 'Googlebot/2.1' }, 'bot'],
    ['Global Privacy Control', { 'sec-gpc': '1' }, 'gpc'],
    ['Do Not Track', { dnt: '1' }, 'gpc'],
  ])('stores nothing for %s', async (_name, headers, ignored) => {
    const visitor = randomUUID();
    const answer = await collect(site, { visitor, events: [event()] }, headers);
    expect(answer.status).toBe(202);
    expect(answer.body).toEqual({ accepted: 0, ignored });
    expect(await contactOf(site, visitor)).toBeUndefined();
  });

  it('stops recording when consent is taken back, and starts again when it is given', async () => {
    const visitor = randomUUID();
    await collect(site, { visitor, events: [event()] });
    const say = (tracking: boolean) =>
      site.http.post('/cm/consent').send({ visitor, purposes: { tracking } }).expect(202);
    await say(false);
    const refused = await collect(site, { visitor, events: [event()] });
    expect(refused.body).toEqual({ accepted: 0, ignored: 'consent' });
    await say(true);
    const taken = await collect(site, { visitor, events: [event()] });
    expect(taken.body).toMatchObject({ accepted: 1 });
  });

  it('records nothing of a person whose monitoring is off', async () => {
    const visitor = randomUUID();
    await collect(site, { visitor, events: [event()] });
    const { id } = await contactOf(site, visitor);
    await site.strapi.db
      .query('plugin::contact-management.contact')
      .update({ where: { id }, data: { monitored: false } });
    const answer = await collect(site, { visitor, events: [event()] });
    expect(answer.body).toEqual({ accepted: 0, ignored: 'not-monitored' });
  });

  it('serves the tracker with an ETag', async () => {
    const script = await site.http.get('/cm/t.js').set('accept-encoding', 'gzip').expect(200);
    expect(script.headers['content-type']).toContain('javascript');
    await site.http.get('/cm/t.js').set('if-none-match', String(script.headers.etag)).expect(304);
  });

  it('answers preflights, wrong methods and foreign paths', async () => {
    const preflight = await site.http
      .options('/cm/e')
      .set('origin', 'https://shop.test')
      .expect(204);
    expect(preflight.headers['access-control-allow-origin']).toBe('*');
    await site.http.get('/cm/e').expect(405);
    await site.http.get('/cm/nothing').set('user-agent', BROWSER).expect(404);
  });

  it('answers the newest first on the timeline, page by page', async () => {
    const visitor = randomUUID();
    const now = Date.now();
    const events = Array.from({ length: 25 }, (_, age) =>
      event({ at: now - age * 1_000, title: `Page ${age}` })
    );
    await collect(site, { visitor, events }).expect(202);
    const { document_id: documentId } = await contactOf(site, visitor);
    const titles: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: { body: ActivityPage } = await site.http
        .get(`/api/contact-management/contacts/${String(documentId)}/activities`)
        .set('authorization', `Bearer ${site.apiToken}`)
        .query({ limit: 10, ...(cursor ? { cursor } : {}) })
        .expect(200);
      titles.push(...page.body.data.map(({ title }) => String(title)));
      cursor = page.body.meta.nextCursor;
    }
    expect(titles).toEqual(events.map(({ title }) => title));
  });
});
