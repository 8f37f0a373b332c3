import { randomUUID } from 'node:crypto';
import { rawRequest, sendRaw } from '../../support/raw-http';
import { startSite, type TestSite } from '../../support/strapi';
import { activityCount, BROWSER, collect, contactOf, event } from '../../support/visits';
import { HOSTILE_CONTENT_API } from './hostile-content-api';
import { HOSTILE, UNFIT_TYPES, WRITE_KEY, type HostileRequest } from './hostile-requests';

jest.setTimeout(120_000);

/** SQL, stacks and paths of the server are nobody's business. */
const LEAK =
  /\bselect\b.+\bfrom\b|\binsert into\b|sqlite|postgres|knex|node_modules|\.ts:\d|at .+:\d+:\d+/i;

const bytesOf = (body: HostileRequest['body']): string | Uint8Array<ArrayBuffer> | undefined => {
  if (Buffer.isBuffer(body)) return new Uint8Array(body);
  return typeof body === 'string' ? body : JSON.stringify(body);
};

describe('hostile requests', () => {
  let site: TestSite;
  let documentId: string;
  const good = randomUUID();
  beforeAll(async () => {
    site = await startSite({ config: { tracking: { rateLimit: 'off', writeKeys: [WRITE_KEY] } } });
    await collect(site, { visitor: good, events: [event()] }).expect(202);
    documentId = String((await contactOf(site, good)).document_id);
  });
  afterAll(() => site.stop());

  const send = ({ path, method = 'POST', headers = {}, body }: HostileRequest) =>
    fetch(`${site.url}${path.replace('{contact}', documentId)}`, {
      method,
      headers: {
        'user-agent': BROWSER,
        'content-type': 'application/json',
        ...(path.startsWith('/api/') ? { authorization: `Bearer ${site.apiToken}` } : {}),
        ...headers,
      },
      body: bytesOf(body),
    });

  it('are more than sixty', () => {
    expect(HOSTILE.length).toBeGreaterThanOrEqual(60);
  });

  it.each([...HOSTILE, ...HOSTILE_CONTENT_API])('$name → $status', async (request) => {
    const answer = await send(request);
    const text = await answer.text();
    expect({ status: answer.status, text }).toEqual({
      status: request.status,
      text: expect.stringMatching(
        typeof request.says === 'string' ? escaped(request.says) : (request.says ?? /.*/)
      ),
    });
    expect(text).not.toMatch(LEAK);
  });

  const escaped = (text: string) => new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));

  describe('on the wire', () => {
    const body = JSON.stringify({ events: [event()] });
    it.each<[string, Buffer, (number | null)[]]>([
      [
        'a body that is shorter than announced',
        rawRequest('POST /cm/e HTTP/1.1', { 'content-length': '5000' }, body),
        [null, 400, 408],
      ],
      [
        'a length that is no number',
        rawRequest('POST /cm/e HTTP/1.1', { 'content-length': 'many' }, body),
        [400],
      ],
      [
        'two different lengths',
        rawRequest('POST /cm/e HTTP/1.1', { 'content-length': '2', 'Content-Length': '5' }, body),
        [400],
      ],
      [
        'a length and chunks at once',
        rawRequest(
          'POST /cm/e HTTP/1.1',
          { 'content-length': '2', 'transfer-encoding': 'chunked' },
          '0\r\n\r\n'
        ),
        [400],
      ],
      [
        'more than 64 KB in chunks',
        rawRequest(
          'POST /cm/e HTTP/1.1',
          { 'transfer-encoding': 'chunked' },
          `${(70_000).toString(16)}\r\n${'x'.repeat(70_000)}\r\n0\r\n\r\n`
        ),
        [413],
      ],
      [
        'a header with a NUL',
        rawRequest('GET /cm/me HTTP/1.1', { cookie: 'cm_visitor=\u0000' }),
        [400],
      ],
      ['a method nobody knows', rawRequest('EVIL /cm/e HTTP/1.1', {}), [400]],
    ])('%s', async (_name, bytes, statuses) => {
      const hangUp = statuses.includes(null);
      const answer = await sendRaw(site, bytes, { hangUp });
      expect(statuses).toContain(answer.status);
      expect(answer.text).not.toMatch(LEAK);
    });

    it('a connection that goes away in the middle of a body', async () => {
      const before = await activityCount(site);
      const request = rawRequest(
        'POST /cm/e HTTP/1.1',
        { 'content-length': String(body.length) },
        body.slice(0, -5)
      );
      await Promise.all(Array.from({ length: 50 }, () => sendRaw(site, request, { hangUp: true })));
      expect(await activityCount(site)).toBe(before);
    });

    it('a body that comes byte by byte does not hold up the others', async () => {
      const slow = sendRaw(
        site,
        rawRequest('POST /cm/e HTTP/1.1', { 'content-length': '9000' }, '{')
      );
      await collect(site, { visitor: good, events: [event()] }).expect(202);
      await slow;
    });
  });

  describe('are stored as what they are', () => {
    const stored = async (given: Record<string, unknown>) => {
      const sent = event(given);
      const answer = await collect(site, { visitor: good, events: [sent] });
      expect(answer.body).toMatchObject({ accepted: 1 });
      return site.strapi.db.connection('cm_activities').where('event_id', sent.id).first();
    };

    it.each([
      ['markup', '<img src=x onerror=alert(1)>'],
      ['SQL', `'); drop table cm_contacts; -- " \\ \``],
      ['emoji', 'Ahoj 👩‍👩‍👧‍👦 🏳️‍🌈'],
      ['right to left', 'مرحبا \u202E txt.exe'],
      ['a template', '{{constructor.constructor("alert(1)")()}} ${7*7}'],
    ])('%s in a title', async (_name, title) => {
      expect((await stored({ title })).title).toBe(title);
    });

    it('NUL bytes and lone surrogates as nothing and as U+FFFD', async () => {
      expect((await stored({ title: 'a\u0000b\ud800c' })).title).toBe('ab\ufffdc');
    });

    it('data without the keys that reach a prototype', async () => {
      const sent = event();
      const data =
        '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"a":1}';
      const text = JSON.stringify({ visitor: good, events: [{ ...sent, data: '§' }] }).replace(
        '"§"',
        data
      );
      await collect(site, text).expect(202);
      const row = await site.strapi.db
        .connection('cm_activities')
        .where('event_id', sent.id)
        .first();
      expect(typeof row.data === 'string' ? JSON.parse(row.data) : row.data).toEqual({ a: 1 });
      expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    });

    it('SQL in every text field, and every table is still there', async () => {
      const sql = "'; drop table cm_activities; --";
      const row = await stored({
        title: sql,
        url: `https://site.test/?utm_source=${encodeURIComponent(sql)}`,
        referrer: 'https://site.test/?q=1%27%20or%201=1',
        locale: sql.slice(0, 35),
        item: { uid: sql, documentId: sql },
        data: { [sql]: sql },
      });
      expect(row).toMatchObject({ title: sql, utm_source: sql, item_uid: sql });
    });
  });

  it('leave a server that still serves and stores', async () => {
    const visitor = randomUUID();
    const answer = await collect(site, { visitor, events: [event()] }).expect(202);
    expect(answer.body).toEqual({ accepted: 1, duplicates: 0, rejected: [], visitor });
    expect(await contactOf(site, visitor)).toMatchObject({ kind: 'anonymous' });
  });
});

describe('where types that nobody has registered are taken', () => {
  let site: TestSite;
  beforeAll(async () => {
    const tracking = { rateLimit: 'off', writeKeys: [WRITE_KEY], acceptUnknownTypes: true };
    site = await startSite({ config: { tracking } });
  });
  afterAll(() => site.stop());

  const refused = { accepted: 1, rejected: [{ index: 0, code: 'unknown-type' }] };
  const typesOf = (eventIds: string[]): Promise<string[]> =>
    site.strapi.db.connection('cm_activities').whereIn('event_id', eventIds).pluck('type');

  it.each(UNFIT_TYPES)('a page sends one %s: only that event is refused', async (_name, type) => {
    const events = [event({ type }), event({ type: 'my-own_type2' })];
    const answer = await collect(site, { visitor: randomUUID(), events }).expect(202);
    expect(answer.body).toMatchObject(refused);
    expect(await typesOf(events.map(({ id }) => id))).toEqual(['my-own_type2']);
  });

  it.each(UNFIT_TYPES)('a back end sends one %s: the same', async (_name, type) => {
    const contact = { email: 'unfit@hostile.test' };
    const events = [event({ contact, type }), event({ contact, type: 'my-own_type2' })];
    const answer = await site.http
      .post('/api/contact-management/events')
      .auth(site.apiToken, { type: 'bearer' })
      .send({ events })
      .expect(200);
    expect(answer.body).toMatchObject(refused);
    expect(await typesOf(events.map(({ id }) => id))).toEqual(['my-own_type2']);
  });

  it.each([
    ['with half a character', 'x\ud800'],
    ['of 64 letters', 'x'.repeat(64)],
    ['with markup', '<b>x</b>'],
    ['that starts with a digit', '1st order'],
  ])('a Segment library sends one %s: it is left out', async (_name, name) => {
    const anonymousId = randomUUID();
    const batch = [name, 'My Own Type'].map((text) => ({
      type: 'track',
      messageId: randomUUID(),
      anonymousId,
      event: text,
    }));
    await site.http.post('/cm/v1/batch').auth(WRITE_KEY, '').send({ batch }).expect(200);
    const contactId = Number((await contactOf(site, anonymousId)).id);
    const types: string[] = await site.strapi.db
      .connection('cm_activities')
      .where('contact_id', contactId)
      .pluck('type');
    expect(types).toEqual(['my-own-type']);
  });
});
