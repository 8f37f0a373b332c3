/** Personal answers and a shared HTTP cache: nobody is shown another's page, and anonymous ones are shared. */
import supertest from 'supertest';
import { startCachingProxy, type CachingProxy } from '../../support/caching-proxy';
import {
  addPersonalContent,
  namesOf,
  openPersonalContent,
  personalContent,
} from '../../support/personal-content';
import { startSite, type TestSite } from '../../support/strapi';

jest.setTimeout(180_000);

let site: TestSite;
let proxy: CachingProxy;
let member: string;
let other: string;
/** What came through to the site. */
let asked: number;

beforeAll(async () => {
  site = await startSite({ prepare: addPersonalContent });
  await openPersonalContent(site);
  const { newGroup, product, visitor, service } = personalContent(site);
  const vip = await newGroup('vip', { visibleToSite: true });
  await product('Plain', null);
  await product('For VIPs', { groups: ['vip'] });
  await product('For all others', { fallback: true });
  const [one, two] = [await visitor(), await visitor()];
  await service().add(vip.documentId, { contacts: [one.contact.documentId] });
  member = one.key;
  other = two.key;
  site.strapi.server.httpServer.on('request', () => {
    asked += 1;
  });
});
afterAll(() => site.stop());

beforeEach(async () => {
  asked = 0;
  proxy = await startCachingProxy(site.url);
});
afterEach(() => proxy.stop());

const get = (path: string, key?: string) =>
  supertest(proxy.url)
    .get(`/api${path}`)
    .set(key ? { 'x-cm-visitor': key } : {});
const PERSONAL = '/products?sort=id&audience=visitor';
const FOR_MEMBERS = ['Plain', 'For VIPs'];
const FOR_OTHERS = ['Plain', 'For all others'];

describe('behind a shared cache', () => {
  it('two visitors never get each other’s page', async () => {
    for (const [key, names] of [
      [member, FOR_MEMBERS],
      [other, FOR_OTHERS],
      [member, FOR_MEMBERS],
    ] as const) {
      const answer = await get(PERSONAL, key).expect(200);
      expect(namesOf(answer)).toEqual(names);
      expect(answer.headers['cache-control']).toBe('private, max-age=5');
      expect(answer.headers.vary).toContain('X-CM-Visitor');
    }
    expect(asked).toBe(3);
  });

  it('those who name nobody share theirs, and nobody else gets it', async () => {
    expect(namesOf(await get(PERSONAL))).toEqual(FOR_OTHERS);
    expect(namesOf(await get(PERSONAL))).toEqual(FOR_OTHERS);
    expect(asked).toBe(1);
    expect(namesOf(await get(PERSONAL, member))).toEqual(FOR_MEMBERS);
    expect(namesOf(await get(PERSONAL))).toEqual(FOR_OTHERS);
  });

  it('pages for nobody in particular are shared by all', async () => {
    const first = await get('/products?sort=id', member);
    const second = await get('/products?sort=id', other);
    expect(second.text).toBe(first.text);
    expect(asked).toBe(1);
  });

  it('what has no audience is shared by all, whoever asks', async () => {
    const first = await get('/notes?audience=visitor', member);
    await get('/notes?audience=visitor', other);
    expect(first.headers['cache-control']).toBeUndefined();
    expect(asked).toBe(1);
  });

  it('an entry that is not for everybody is not remembered as gone', async () => {
    const { body } = await get('/products?filters[name]=For VIPs');
    const path = `/products/${body.data[0].documentId}?audience=visitor`;
    await get(path).expect(404);
    await get(path, other).expect(404);
    await get(path, member).expect(200);
  });
});

describe('the headers', () => {
  it('keep what other parts of the site vary by', async () => {
    const { headers } = await site.http
      .get(`/api${PERSONAL}`)
      .set({ origin: 'https://shop.test', 'x-cm-visitor': member });
    expect(headers.vary?.split(', ')).toEqual(expect.arrayContaining(['Origin', 'X-CM-Visitor']));
  });

  it('of /cm/me are private, and name the cookie', async () => {
    const { headers } = await site.http.get(`/cm/me?visitor=${member}`);
    expect(headers).toMatchObject({ 'cache-control': 'private, max-age=5', vary: 'Cookie' });
  });
});
