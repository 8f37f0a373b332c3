/** What one site may limit: who sends, and how much. */
import { randomUUID } from 'node:crypto';
import { startSite, type TestSite } from '../support/strapi';
import { activityCount, collect, event, identify } from '../support/visits';

jest.setTimeout(120_000);

describe('limits of one site', () => {
  let site: TestSite;
  beforeAll(async () => {
    site = await startSite({
      config: { tracking: { rateLimit: 5, allowedOrigins: ['https://shop.test'] } },
    });
  });
  afterAll(() => site.stop());

  it('answers 403 to a page of another origin, without inviting it', async () => {
    const answer = await collect(site, { events: [event()] }, { origin: 'https://evil.test' });
    expect(answer.status).toBe(403);
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    const listed = await collect(site, { events: [event()] }, { origin: 'https://shop.test' });
    expect(listed.status).toBe(202);
    expect(listed.headers['access-control-allow-origin']).toBe('https://shop.test');
  });

  it('tells caches of the tracker both what it depends on', async () => {
    const script = await site.http.get('/cm/t.js').set('origin', 'https://shop.test').expect(200);
    expect(script.headers.vary).toBe('Origin, Accept-Encoding');
    const cached = await site.http
      .get('/cm/t.js')
      .set({ origin: 'https://shop.test', 'if-none-match': String(script.headers.etag) })
      .expect(304);
    expect(cached.headers.vary).toBe('Origin, Accept-Encoding');
  });

  it('answers 429 with Retry-After, whatever X-Forwarded-For says', async () => {
    const answers = [];
    for (let at = 0; at < 8; at += 1) {
      answers.push(
        await collect(site, { events: [event()] }, { 'x-forwarded-for': `203.0.113.${at}` })
      );
    }
    const last = answers.at(-1);
    expect(last?.status).toBe(429);
    expect(Number(last?.headers['retry-after'])).toBeGreaterThan(0);
    const stored = await activityCount(site);
    expect(stored).toBeLessThanOrEqual(5);
  });
});

describe('the limit of one address', () => {
  const LIMIT = 5;
  let site: TestSite;
  beforeEach(async () => {
    site = await startSite({ config: { tracking: { rateLimit: LIMIT } } });
  });
  afterEach(() => site.stop());

  const me = () => site.http.get('/cm/me').query({ visitor: randomUUID() });
  const consent = () => site.http.post('/cm/consent').send({ purposes: { tracking: false } });
  const claim = () => identify(site, { traits: { email: `${randomUUID()}@contacts.test` } });

  it.each([
    ['looking visitors up', me, 200],
    ['saying yes or no', consent, 202],
    ['naming e-mails', claim, 202],
  ])('holds for %s, too', async (_what, ask, taken) => {
    const statuses: number[] = [];
    for (let at = 0; at < LIMIT; at += 1) statuses.push((await ask()).status);
    expect(new Set(statuses)).toEqual(new Set([taken]));
    const refused = await ask().expect(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  });
});
