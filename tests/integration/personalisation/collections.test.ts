/** Lists and single entries of the content API, read for a visitor. */
import { randomUUID } from 'node:crypto';
import { documentsOf } from '../../support/documents';
import {
  addPersonalContent,
  namesOf,
  openPersonalContent,
  personalContent,
  PRODUCT,
} from '../../support/personal-content';
import { startSite, type TestSite } from '../../support/strapi';
import { identify } from '../../support/visits';

jest.setTimeout(180_000);

let site: TestSite;
beforeAll(async () => {
  site = await startSite({ prepare: addPersonalContent });
  await openPersonalContent(site);
  const { newGroup, product } = on();
  await newGroup('vip', { visibleToSite: true });
  await newGroup('press', { visibleToSite: true });
  await product('Plain', null);
  await product('For VIPs', { groups: ['vip'], slot: 'offer' });
  await product('For the press', { groups: ['press'], slot: 'offer', priority: 5 });
  await product('For all others', { fallback: true, slot: 'offer' });
  await product('Not for VIPs', { groups: ['vip'], match: 'none' });
  await product('Last', { priority: -1 });
});
afterAll(() => site.stop());

const on = () => personalContent(site);
const LIST = '/products?sort=id&audience=visitor';

const memberOf = async (...names: string[]): Promise<string> => {
  const { key, contact } = await on().visitor();
  for (const name of names) {
    const group = await on().service().findByName(name);
    await on()
      .service()
      .add(String(group?.documentId), { contacts: [contact.documentId] });
  }
  return key;
};

describe('a list for a visitor', () => {
  it('shows a member what is meant for its group, and not the fallback', async () => {
    const key = await memberOf('vip');
    const answer = await on().get(LIST, key).expect(200);
    expect(namesOf(answer)).toEqual(['Plain', 'For VIPs', 'Last']);
    expect(answer.body.meta.pagination.total).toBe(3);
  });

  it('puts what has priority first, and what has less than none last', async () => {
    const key = await memberOf('vip', 'press');
    expect(namesOf(await on().get(LIST, key))).toEqual([
      'For the press',
      'Plain',
      'For VIPs',
      'Last',
    ]);
  });

  it.each([
    ['names nobody', () => undefined],
    ['was never seen', () => randomUUID()],
    ['is no visitor at all', () => 'somebody'],
    ['has a forged token', () => `e30.${'0'.repeat(64)}`],
  ])('shows the fallback to one that %s', async (_who, key) => {
    const answer = await on().get(LIST, key()).expect(200);
    expect(namesOf(answer)).toEqual(['Plain', 'For all others', 'Not for VIPs', 'Last']);
  });

  it('shows the fallback to a browser that only claims to be a member', async () => {
    const { key, contact } = await on().visitor();
    const email = `${contact.documentId}@vip.test`;
    await identify(site, { visitor: key, traits: { email } });
    const group = await on().service().findByName('vip');
    const known = await site.strapi.db
      .query('plugin::contact-management.contact')
      .findOne({ where: { email } });
    await on()
      .service()
      .add(String(group?.documentId), { contacts: [known.documentId] });
    expect(namesOf(await on().get(LIST, key))).toContain('For all others');
  });

  it('has full pages, one after the other, and a total that is right', async () => {
    const key = await memberOf('press');
    const all = namesOf(await on().get(LIST, key));
    expect(all).toEqual(['For the press', 'Plain', 'Not for VIPs', 'Last']);
    for (const pageSize of [1, 2, 3]) {
      const pages: unknown[] = [];
      for (let page = 1; page <= Math.ceil(all.length / pageSize); page += 1) {
        const answer = await on().get(
          `${LIST}&pagination[page]=${page}&pagination[pageSize]=${pageSize}`,
          key
        );
        expect(answer.body.meta.pagination).toMatchObject({ total: all.length, page, pageSize });
        pages.push(...namesOf(answer));
      }
      expect(pages).toEqual(all);
    }
  });

  it('goes on filtering and sorting as it is asked to', async () => {
    const key = await memberOf('vip');
    const answer = await on().get(
      '/products?audience=visitor&sort=name:desc&filters[name][$contains]=P&fields=name',
      key
    );
    expect(namesOf(answer)).toEqual(['Plain', 'For VIPs']);
    expect(Object.keys(answer.body.data[0]).sort()).toEqual(['documentId', 'id', 'name']);
  });

  it('does not take a draft for what is meant for the visitor', async () => {
    const draft = await documentsOf(site, PRODUCT).create({
      data: { name: 'Draft', audience: { match: 'none', groups: ['press'], slot: 'offer' } },
    });
    expect(namesOf(await on().get(LIST))).toContain('For all others');
    await documentsOf(site, PRODUCT).delete({ documentId: draft.documentId });
  });

  it('shows nobody what is kept from a group that pages may not know of any more', async () => {
    const group = await on().newGroup('hidden', { visibleToSite: true });
    const made = await on().product('Not for hidden', { groups: ['hidden'], match: 'none' });
    expect(namesOf(await on().get(LIST))).toContain('Not for hidden');
    await on().documents.update({
      documentId: group.documentId,
      data: { visibleToSite: false },
    });
    expect(namesOf(await on().get(LIST))).not.toContain('Not for hidden');
    await documentsOf(site, PRODUCT).delete({ documentId: made.documentId });
  });
});

describe('one entry for a visitor', () => {
  it('is there for a member, and for nobody else', async () => {
    const { body } = await on().get('/products?filters[name]=For VIPs');
    const path = `/products/${body.data[0].documentId}`;
    await on()
      .get(`${path}?audience=visitor`, await memberOf('vip'))
      .expect(200);
    await on().get(`${path}?audience=visitor`).expect(404);
    await on().get(path).expect(200);
  });
});

describe('a list for nobody in particular', () => {
  it('is what it is without audiences, to the byte', async () => {
    const key = await memberOf('vip');
    const plain = await on().get('/products?sort=id');
    expect(namesOf(plain)).toHaveLength(6);
    const named = await on().get('/products?sort=id', key);
    expect(named.text).toBe(plain.text);
    for (const header of ['vary', 'cache-control']) {
      expect(named.headers[header]).toBe(plain.headers[header]);
    }
    const rows = await site.strapi.db.query(PRODUCT).findMany({
      where: { publishedAt: { $notNull: true } },
      orderBy: 'id',
    });
    expect(plain.body.data).toEqual(
      JSON.parse(
        JSON.stringify(rows.map(({ audience: _audience, locale: _locale, ...row }) => row))
      )
    );
  });

  it('neither tells nor filters by who something is for', async () => {
    expect((await on().get('/products')).text).not.toContain('audience');
    await on().get('/products?filters[audience][$contains]=vip').expect(400);
    await on().get('/products?sort=audience').expect(400);
  });
});
