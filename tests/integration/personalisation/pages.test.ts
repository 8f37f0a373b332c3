/** Components, dynamic zones and relations inside of an entry, read for a visitor; and how audiences are written. */
import { documentsOf, type Entry } from '../../support/documents';
import {
  addPersonalContent,
  openPersonalContent,
  PAGE,
  personalContent,
  PRODUCT,
} from '../../support/personal-content';
import { startSite, type TestSite } from '../../support/strapi';

jest.setTimeout(180_000);

let site: TestSite;
let home: Entry;
let member: string;
beforeAll(async () => {
  site = await startSite({ prepare: addPersonalContent });
  await openPersonalContent(site);
  const vip = await on().newGroup('vip', { visibleToSite: true });
  await on().newGroup('secret');
  const visitor = await on().visitor();
  member = visitor.key;
  await on()
    .service()
    .add(vip.documentId, { contacts: [visitor.contact.documentId] });
  const [plain, special] = [
    await on().product('Plain', null),
    await on().product('Special', { groups: ['vip'], priority: 1 }),
  ];
  home = await on().pages.create({
    data: {
      title: 'Home',
      sections: [
        banner('For everybody'),
        banner('For VIPs', { groups: ['vip'], priority: 2 }),
        banner('For all others', { fallback: true }),
        { __component: 'page.text', body: 'Hello' },
        banner('Buttons', null, [
          { text: 'Buy' },
          { text: 'Buy for less', audience: { groups: ['vip'], priority: 1 } },
        ]),
      ],
      products: [plain.documentId, special.documentId],
    },
  });
});
afterAll(() => site.stop());

const on = () => personalContent(site);
const banner = (title: string, audience: object | null = null, buttons: object[] = []) => ({
  __component: 'page.banner',
  title,
  audience,
  buttons,
});

const DEEP = 'populate[sections][populate]=*&populate[products][fields]=name';

interface Home {
  sections: { title?: string; body?: string; buttons?: { text: string }[] }[];
  products: { name: string }[];
}

const read = async (query: string, key?: string): Promise<Home> => {
  const { body } = await on().get(`/pages/${home.documentId}?${query}`, key).expect(200);
  return body.data;
};
const titles = ({ sections }: Home) => sections.map(({ title, body }) => title ?? body);

describe('an entry that holds others', () => {
  it('shows a member its parts, in its order', async () => {
    const page = await read(`${DEEP}&audience=visitor`, member);
    expect(titles(page)).toEqual(['For VIPs', 'For everybody', 'Hello', 'Buttons']);
    expect(page.sections[3]?.buttons?.map(({ text }) => text)).toEqual(['Buy for less', 'Buy']);
    expect(page.products.map(({ name }) => name)).toEqual(['Special', 'Plain']);
  });

  it('shows everybody else the fallback', async () => {
    const page = await read(`${DEEP}&audience=visitor`);
    expect(titles(page)).toEqual(['For everybody', 'For all others', 'Hello', 'Buttons']);
    expect(page.sections[3]?.buttons?.map(({ text }) => text)).toEqual(['Buy']);
    expect(page.products.map(({ name }) => name)).toEqual(['Plain']);
  });

  it('shows all of them to who asks for nobody in particular, and never who they are for', async () => {
    const page = await read(DEEP, member);
    expect(page.sections).toHaveLength(5);
    expect(page.products).toHaveLength(2);
    for (const query of [DEEP, `${DEEP}&audience=visitor`]) {
      expect(JSON.stringify(await read(query, member))).not.toContain('audience');
    }
  });

  it('chooses in lists as well', async () => {
    const { body } = await on().get(`/pages?${DEEP}&audience=visitor`, member).expect(200);
    expect(titles(body.data[0])).toEqual(['For VIPs', 'For everybody', 'Hello', 'Buttons']);
  });
});

describe('an audience', () => {
  const refused: [string, unknown, string][] = [
    ['no object', ['vip'], 'must be an object'],
    ['no JSON', '{', 'must be JSON'],
    ['an unknown member', { group: 'vip' }, 'has no "group"'],
    ['groups as text', { groups: 'vip' }, 'list of group codes'],
    ['an unknown group', { groups: ['vip', 'nobody'] }, 'no group "nobody"'],
    ['a group pages may not know of', { groups: ['secret'] }, 'no group "secret"'],
    ['another match', { groups: ['vip'], match: 'all' }, 'match must be "any" or "none"'],
    ['fallback as text', { fallback: 'yes' }, 'fallback must be true or false'],
    ['half a priority', { priority: 1.5 }, 'priority must be a whole number'],
    ['a huge priority', { priority: 1_001 }, 'priority must be a whole number'],
    ['a slot of signs', { slot: '<b>' }, 'The slot must be'],
    ['a split without a variant', { split: { name: 'a', from: 0, to: 5 } }, 'name and a variant'],
    ['a split of nobody', { split: { name: 'a', variant: 'b', from: 5, to: 5 } }, 'higher one'],
    ['a split beyond 100', { split: { name: 'a', variant: 'b', from: 5, to: 500 } }, 'higher one'],
  ];

  it.each(refused)('with %s is refused with a sentence', async (_what, audience, sentence) => {
    await expect(on().product('Refused', audience as object)).rejects.toThrow(sentence);
  });

  it('is refused with its path inside of dynamic zones and components', async () => {
    const write = on().pages.create({
      data: {
        title: 'Refused',
        sections: [
          banner('Fine'),
          banner('Not fine', null, [{ text: 'Buy', audience: { groups: ['nobody'] } }]),
        ],
      },
    });
    await expect(write).rejects.toMatchObject({
      details: { errors: [{ path: ['sections', '1', 'buttons', '0', 'audience'] }] },
    });
  });

  it('is kept without what says nothing, and null when nothing is left', async () => {
    const made = await on().product('Kept', {
      groups: [' VIP ', 'vip'],
      match: 'any',
      priority: 0,
    });
    expect(made.audience).toEqual({ groups: ['vip'] });
    const changed = await documentsOf(site, PRODUCT).update({
      documentId: made.documentId,
      data: { audience: { groups: [], fallback: false } },
    });
    expect(changed.audience).toBeNull();
  });

  it('survives a publication and a copy', async () => {
    const { entries } = await documentsOf(site, PAGE).clone({
      documentId: home.documentId,
      data: { title: 'Copy' },
    });
    home = { ...home, documentId: String(entries[0]?.documentId) };
    expect(titles(await read(`${DEEP}&audience=visitor`, member))[0]).toBe('For VIPs');
  });
});
