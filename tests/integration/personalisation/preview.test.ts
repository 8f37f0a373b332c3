/** An entry seen with the eyes of a group, of a contact, or of somebody unknown. */
import { randomUUID } from 'node:crypto';
import { adminWith, asAdmin } from '../../support/admin-roles';
import type { Entry } from '../../support/documents';
import {
  addPersonalContent,
  namesOf,
  PAGE,
  personalContent,
  PRODUCT,
} from '../../support/personal-content';
import { startSite, type TestSite } from '../../support/strapi';

jest.setTimeout(180_000);

let site: TestSite;
let home: Entry;
let member: Entry;
beforeAll(async () => {
  site = await startSite({ prepare: addPersonalContent });
  const vip = await on().newGroup('vip', { displayName: 'Very important', visibleToSite: true });
  member = (await on().visitor()).contact;
  await on()
    .service()
    .add(vip.documentId, { contacts: [member.documentId] });
  home = await on().pages.create({
    data: {
      title: 'Home',
      sections: [
        { __component: 'page.text', body: 'Hello' },
        {
          __component: 'page.banner',
          title: 'For all others',
          audience: { fallback: true },
          buttons: [{ text: 'Buy', audience: { groups: ['vip'] } }],
        },
        {
          __component: 'page.banner',
          title: 'For VIPs',
          audience: {
            groups: ['vip'],
            priority: 1,
            split: { name: 'spring', variant: 'a', from: 0, to: 1 },
          },
        },
      ],
    },
  });
});
afterAll(() => site.stop());

const on = () => personalContent(site);
const preview = (as: unknown, more: object = {}, token = site.adminToken) =>
  site.http
    .post('/contact-management/personalisation/preview')
    .set(asAdmin(token))
    .send({ uid: PAGE, documentId: home.documentId, as, ...more });

const READ_PAGES = { action: 'plugin::content-manager.explorer.read', subject: PAGE };

describe('a preview', () => {
  it.each([
    ['a group', () => ({ group: 'vip' })],
    ['a contact', () => ({ contact: member.documentId })],
  ])('as %s shows what it sees in its order, what not, and why', async (_who, as) => {
    const { body } = await preview(as()).expect(200);
    expect(body.data).toMatchObject({
      entry: null,
      splits: ['spring'],
      lists: [
        {
          path: 'sections',
          parts: [
            {
              title: 'For VIPs',
              position: 2,
              shown: true,
              reason: 'meant',
              component: 'page.banner',
              why: { match: 'any', groups: [{ code: 'vip', title: 'Very important', isIn: true }] },
            },
            { title: 'Hello', position: 0, shown: true, reason: 'everybody', why: null },
            { title: 'For all others', position: 1, shown: false, reason: 'other-shown' },
          ],
        },
        { path: 'sections.1.buttons', parts: [{ title: 'Buy', shown: true, reason: 'meant' }] },
      ],
    });
  });

  it('as somebody unknown shows the fallback', async () => {
    const { body } = await preview({ stranger: true }).expect(200);
    expect(
      body.data.lists[0].parts.map(({ title, reason }: Record<string, string>) => [title, reason])
    ).toEqual([
      ['Hello', 'everybody'],
      ['For all others', 'fallback'],
      ['For VIPs', 'not-meant'],
    ]);
  });

  it('says of an entry whether it is shown itself, and reads its condition aloud', async () => {
    const condition = { type: 'attribute', field: 'country', operator: 'in', value: ['CZ'] };
    const { documentId } = await on().product('Czech', { condition });
    const { body } = await preview({ stranger: true }, { uid: PRODUCT, documentId }).expect(200);
    expect(body.data.entry).toMatchObject({
      shown: false,
      why: {
        condition: { rule: condition, text: expect.stringMatching(/country/i), matches: false },
      },
    });
  });

  it.each([
    ['nobody named', undefined, {}, 400],
    ['a contact that is not there', { contact: 'nobody' }, {}, 404],
    ['an entry that is not there', { stranger: true }, { documentId: 'nobody' }, 404],
    ['a type without audiences', { stranger: true }, { uid: 'api::note.note' }, 404],
    ['no content type', { stranger: true }, { uid: 'constructor' }, 404],
  ])('of %s is refused', async (_what, as, more, status) => {
    await preview(as, more).expect(status);
  });

  it('is for those who may read the entry, and as a contact for those who may see contacts', async () => {
    const groups = await adminWith(site, 'groups.read');
    await preview({ stranger: true }, {}, groups).expect(403);
    const both = await adminWith(site, 'groups.read', READ_PAGES);
    await preview({ stranger: true }, {}, both).expect(200);
    await preview({ contact: member.documentId }, {}, both).expect(403);
  });

  it('tells nobody what a contact did who may not see that', async () => {
    const condition = { type: 'activity', activity: 'purchase', operator: 'never' };
    const { documentId } = await on().product('For buyers', { condition });
    const entry = { uid: PRODUCT, documentId };
    const may = ['groups.read', 'contacts.read', { ...READ_PAGES, subject: PRODUCT }];
    const [some, knowing] = [
      await adminWith(site, ...may),
      await adminWith(site, ...may, 'activities.read'),
    ];
    await preview({ stranger: true }, entry, some).expect(200);
    await preview({ contact: member.documentId }, entry, some).expect(403);
    await preview({ contact: member.documentId }, entry, knowing).expect(200);
  });
});

describe('in the CMS edition', () => {
  beforeAll(() => site.restart({ config: { edition: 'cms' } }));

  it('everybody is somebody unknown', async () => {
    await on().product('For VIPs', { groups: ['vip'] });
    await on().product('For all others', { fallback: true });
    const read = (path: string) =>
      site.http
        .get(`/api${path}`)
        .set({ authorization: `Bearer ${site.apiToken}`, 'x-cm-visitor': randomUUID() });
    const answer = await read('/products?audience=visitor').expect(200);
    expect(namesOf(answer)).toEqual(['For all others']);
    expect(answer.headers['cache-control']).toBeUndefined();
    expect(namesOf(await read('/products'))).toContain('For VIPs');
  });
});
