/** Conditions of audiences, tokens that stand for a visitor, and what caches are told. */
import {
  addPersonalContent,
  namesOf,
  openPersonalContent,
  PAGE,
  personalContent,
  PRODUCT,
} from '../../support/personal-content';
import { allowPublic } from '../../support/site-users';
import { startSite, type TestSite } from '../../support/strapi';
import { collect, event, identify } from '../../support/visits';

jest.setTimeout(180_000);

const PERSONALISED = '/contact-management/personalised';
const looked = {
  type: 'activity',
  activity: 'pagevisit',
  operator: 'atLeast',
  count: 2,
  where: [{ field: 'url', operator: 'startsWith', value: 'https://site.test/shoes' }],
};
const LIST = '/products?sort=id&audience=visitor';

let site: TestSite;
beforeAll(async () => {
  site = await startSite({ prepare: addPersonalContent });
  await openPersonalContent(site);
  await allowPublic(site, 'plugin::contact-management.personalised.find');
  const { newGroup, product } = on();
  await newGroup('vip', { visibleToSite: true });
  await newGroup('secret');
  await product('Plain', null);
  await product('Shoes', { condition: looked });
  await product('For VIPs', { groups: ['vip'] });
  await product('Photo', { split: { name: 'spring', variant: 'photo', from: 0, to: 50 } });
  await product('Drawing', { split: { name: 'spring', variant: 'drawing', from: 50, to: 100 } });
});
afterAll(() => site.stop());

const on = () => personalContent(site);
const lookAtShoes = (key: string) =>
  collect(site, {
    visitor: key,
    events: [1, 2].map((n) => event({ url: `https://site.test/shoes/${n}` })),
  }).expect(202);
const tokenOf = async (key: string): Promise<string> => {
  const { body } = await site.http.get(`/cm/me?visitor=${key}&token=1`).expect(200);
  return body.token;
};
const payloadOf = (token: string): Record<string, unknown> =>
  JSON.parse(Buffer.from(String(token.split('.')[0]), 'base64url').toString());

describe('a condition', () => {
  it('is asked of the visitor at every request', async () => {
    const { key } = await on().visitor();
    expect(namesOf(await on().get(LIST, key))).not.toContain('Shoes');
    await lookAtShoes(key);
    expect(namesOf(await on().get(LIST, key))).toContain('Shoes');
  });

  it('is not answered for a browser that only claims to be somebody', async () => {
    const { key } = await on().visitor();
    await lookAtShoes(key);
    await identify(site, { visitor: key, traits: { email: `${key}@claimed.test` } });
    expect(namesOf(await on().get(LIST, key))).not.toContain('Shoes');
  });

  it.each([
    ['makes no sense', { type: 'nonsense' }, /nonsense/],
    ['asks for a group that pages may not know of', { type: 'group', group: 'secret' }, /"secret"/],
  ])('that %s is refused with a sentence', async (_what, condition, sentence) => {
    await expect(on().product('Refused', { condition })).rejects.toThrow(sentence);
  });
});

describe('a token', () => {
  it('stands for the visitor in the content API', async () => {
    const { key, contact } = await on().visitor();
    await lookAtShoes(key);
    const group = await on().service().findByName('vip');
    await on()
      .service()
      .add(String(group?.documentId), { contacts: [contact.documentId] });
    const byKey = namesOf(await on().get(LIST, key));
    expect(byKey).toEqual(expect.arrayContaining(['Shoes', 'For VIPs']));
    expect(byKey).toHaveLength(4);
    const answer = await on().get(LIST, await tokenOf(key));
    expect(namesOf(answer)).toEqual(byKey);
    expect(answer.headers['cache-control']).toBe('private, max-age=5');
  });

  it('says nothing of who the visitor is', async () => {
    const { key, contact } = await on().visitor();
    const token = await tokenOf(key);
    const payload = payloadOf(token);
    expect(Object.keys(payload).sort()).toEqual(['conditions', 'exp', 'groups', 'seed', 'v']);
    const text = Buffer.from(String(token.split('.')[0]), 'base64url').toString();
    expect(text).not.toContain(key);
    expect(text).not.toContain(contact.documentId);
  });

  it('is good for ten minutes', async () => {
    const { key } = await on().visitor();
    const before = Math.floor(Date.now() / 1000);
    const { exp } = payloadOf(await tokenOf(key));
    expect(Number(exp) - before).toBeGreaterThanOrEqual(600);
    expect(Number(exp) - before).toBeLessThan(660);
  });

  it('is only made when it is asked for', async () => {
    const { key } = await on().visitor();
    const { body } = await site.http.get(`/cm/me?visitor=${key}`);
    expect(body).not.toHaveProperty('token');
  });
});

describe('what content varies by', () => {
  const ask = (query: string) => site.http.get(`/api${PERSONALISED}?${query}`);

  it('is told of lists, for all published entries', async () => {
    const { body } = await ask(`uid=${PRODUCT}`).expect(200);
    expect(body.data).toEqual({
      varies: true,
      groups: ['vip'],
      conditions: [expect.stringMatching(/^[\w-]{16}$/)],
      splits: [{ name: 'spring', bounds: [0, 50, 100] }],
    });
  });

  it('is told of an entry with its components, and of what it leads to', async () => {
    const { pages } = on();
    const text = await pages.create({ data: { title: 'Text' } });
    const { body } = await ask(`uid=${PAGE}&documentId=${text.documentId}`);
    expect(body.data).toMatchObject({ varies: true, groups: ['vip'] });
    const plain = await ask(`uid=${PRODUCT}&documentId=${await productId('Plain')}`);
    expect(plain.body.data).toEqual({ varies: false, groups: [], conditions: [], splits: [] });
  });

  it('names conditions as tokens do', async () => {
    const { key } = await on().visitor();
    await lookAtShoes(key);
    const { body } = await ask(`uid=${PRODUCT}`);
    expect(payloadOf(await tokenOf(key)).conditions).toEqual(body.data.conditions);
  });

  it('may be kept by everybody, and asked for again by its tag', async () => {
    const first = await ask(`uid=${PRODUCT}`);
    expect(first.headers['cache-control']).toBe('public, max-age=60');
    const again = await ask(`uid=${PRODUCT}`).set('if-none-match', String(first.headers.etag));
    expect(again.status).toBe(304);
    expect(again.text).toBe('');
  });

  it('is nobody’s business who may not read the entry', async () => {
    await ask('uid=plugin::users-permissions.user').expect(403);
    await ask('uid=plugin::contact-management.contact').expect(403);
  });

  it.each([
    ['uid=api::nothing.nothing', 404, 'no such content type'],
    ['uid=admin::user', 404, 'no such content type'],
    ['uid=__proto__', 404, 'no such content type'],
    [`uid=${PRODUCT}&documentId=nobody`, 404, 'no such published entry'],
    ['documentId=nobody', 400, 'uid is a required field'],
    [`uid=${PRODUCT}&id=1`, 400, 'id'],
  ])('%s is answered %i with a sentence', async (query, status, sentence) => {
    const { body } = await ask(query).expect(status);
    expect(body.error.message).toContain(sentence);
  });

  const productId = async (name: string): Promise<string> => {
    const { body } = await on().get(`/products?filters[name]=${name}`);
    return body.data[0].documentId;
  };
});
