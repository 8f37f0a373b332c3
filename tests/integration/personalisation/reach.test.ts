/** How far audiences reach: through relations and components, into a group's deletion, and through the Content Manager. */
import { upkeep } from '../../../server/src/modules/groups/service';
import { asAdmin } from '../../support/admin-roles';
import { documentsOf, type Entry } from '../../support/documents';
import { dynamicOf, inCountry } from '../../support/dynamic-groups';
import {
  addPersonalContent,
  openPersonalContent,
  PAGE,
  personalContent,
  PRODUCT,
} from '../../support/personal-content';
import { onCondition, scoresOf } from '../../support/scores';
import { addContentType } from '../../support/site-content';
import { allowPublic } from '../../support/site-users';
import { startSite, type TestSite } from '../../support/strapi';

jest.setTimeout(120_000);

const SHELF = 'api::shelf.shelf';
const PIN = 'api::pin.pin';

let site: TestSite;
beforeAll(async () => {
  site = await startSite({
    prepare: async (appDir) => {
      await addPersonalContent(appDir);
      const page = { type: 'relation', relation: 'manyToOne', target: PAGE };
      await addContentType(appDir, {
        name: 'shelf',
        attributes: { title: { type: 'string' }, page },
      });
      await addContentType(appDir, {
        name: 'pin',
        attributes: { of: { type: 'relation', relation: 'morphToOne' } },
      });
    },
  });
  await openPersonalContent(site);
  await allowPublic(
    site,
    ...[SHELF, PIN].flatMap((uid) => [`${uid}.find`, `${uid}.findOne`]),
    'plugin::contact-management.personalised.find'
  );
});
afterAll(() => site.stop());

const on = () => ({ ...personalContent(site), ...dynamicOf(site) });
const scores = () => scoresOf(site);
const inGroup = (group: string) => ({ type: 'group', group });
const admin = (method: 'get' | 'post' | 'delete', path: string, body?: object) =>
  site.http[method](path).set(asAdmin(site.adminToken)).send(body);
const variesBy = async (query: string): Promise<string[]> => {
  const { body } = await site.http.get(`/api/contact-management/personalised?${query}`).expect(200);
  return body.data.groups;
};

describe('what content varies by', () => {
  it('counts what relations lead to, their components and their relations', async () => {
    await on().newGroup('deep', { visibleToSite: true });
    await on().newGroup('deeper', { visibleToSite: true });
    const page = await on().pages.create({
      data: {
        title: 'Deep',
        sections: [
          {
            __component: 'page.banner',
            buttons: [{ text: 'Buy', audience: { groups: ['deep'] } }],
          },
        ],
      },
    });
    const product = await on().product('Deeper', { groups: ['deeper'] });
    const shelf = await documentsOf(site, SHELF).create({ data: { title: 'A shelf' } });
    expect(await variesBy(`uid=${SHELF}&documentId=${shelf.documentId}`)).toEqual([
      'deep',
      'deeper',
    ]);
    expect(await variesBy(`uid=${SHELF}`)).toEqual(['deep', 'deeper']);
    expect(await variesBy(`uid=${PAGE}`)).toEqual(['deep', 'deeper']);
    // Its own components are looked at, and no others of their kind.
    const plain = await on().pages.create({ data: { title: 'Plain' } });
    expect(await variesBy(`uid=${PAGE}&documentId=${plain.documentId}`)).toEqual(['deeper']);
    await documentsOf(site, PRODUCT).delete({ documentId: product.documentId });
    await on().pages.delete({ documentId: page.documentId });
    expect(await variesBy(`uid=${SHELF}`)).toEqual([]);
  });

  it('is chosen and told behind a relation that may lead to anything', async () => {
    await on().newGroup('pinned', { visibleToSite: true });
    const { id } = await on().product('Pinned', { groups: ['pinned'] });
    await documentsOf(site, PIN).create({ data: { of: { __type: PRODUCT, id } } });
    const read = (audience: string) =>
      on().get(`/pins?populate[of][on][${PRODUCT}][populate]=*${audience}`);
    expect((await read('')).body.data[0].of).toMatchObject({ name: 'Pinned' });
    expect((await read('&audience=visitor')).body.data[0].of).toBeNull();
    expect(await variesBy(`uid=${PIN}`)).toContain('pinned');
  });
});

it('a token says nothing of a group that pages may not know of any more', async () => {
  const group = await on().newGroup('fading', { visibleToSite: true });
  await on().product('Fading', { condition: { type: 'not', rule: inGroup('fading') } });
  const { key } = await on().visitor();
  const told = async (): Promise<string[]> => {
    const { body } = await site.http.get(`/cm/me?visitor=${key}&token=1`).expect(200);
    const [payload] = String(body.token).split('.');
    return JSON.parse(Buffer.from(String(payload), 'base64url').toString()).conditions;
  };
  expect(await told()).toHaveLength(1);
  await on().documents.update({
    documentId: group.documentId,
    data: { visibleToSite: false },
  });
  expect(await told()).toEqual([]);
});

describe('a group that is asked for', () => {
  const groupPath = ({ documentId }: Entry) => `/contact-management/contact-groups/${documentId}`;

  it('says by whom when it is to be deleted or renamed, all at once', async () => {
    const group = await on().newDynamic('wanted', inCountry('CZ'), { visibleToSite: true });
    await on().newDynamic('asker', inGroup('wanted'), { displayName: 'The asker' });
    const score = await scores().newScore('warmth', [onCondition(inGroup('wanted'))]);
    const entry = await on().product('Wanted', { condition: inGroup('wanted') });
    const page = await on().pages.create({
      data: { sections: [{ __component: 'page.banner', audience: { groups: ['wanted'] } }] },
    });
    const refused = await admin('delete', groupPath(group)).expect(409);
    expect(refused.body.error.message).toBe(
      'The group "wanted" is asked for by the group "The asker", the score "warmth", ' +
        'the content "product", the content "banner": it cannot be deleted'
    );
    const { body } = await admin('get', `${groupPath(group)}/used-by`).expect(200);
    expect(body.data.users).toEqual(refused.body.error.details.users);
    expect(body.data.users).toMatchObject([
      { kind: 'group', name: 'asker' },
      { kind: 'score', name: 'warmth', documentId: score.documentId },
      { kind: 'content', name: PRODUCT, documentId: null },
      { kind: 'content', name: 'page.banner', documentId: null },
    ]);
    const asker = await on().documents.findMany({ filters: { name: 'asker' } });
    await on().documents.delete({ documentId: String(asker[0]?.documentId) });
    await on()
      .documents.delete({ documentId: score.documentId })
      .catch(() => undefined);
    await documentsOf(site, 'plugin::contact-management.score').delete({
      documentId: score.documentId,
    });
    await expect(
      on().documents.update({ documentId: group.documentId, data: { name: 'other' } })
    ).rejects.toThrow(/the content "product", the content "banner": it cannot be given another/);
    await documentsOf(site, PRODUCT).delete({ documentId: entry.documentId });
    await on().pages.delete({ documentId: page.documentId });
    await admin('delete', groupPath(group)).expect(200);
  });
});

describe('the Content Manager', () => {
  const act = (uid: string, action: string, entries: Entry[]) =>
    admin('post', `/content-manager/collection-types/${uid}/actions/${action}`, {
      documentIds: entries.map(({ documentId }) => documentId),
    });
  const stored = (uid: string, status: 'draft' | 'published', entries: Entry[]) =>
    documentsOf(site, uid).findMany({
      status,
      filters: { documentId: { $in: entries.map(({ documentId }) => documentId) } },
    });
  const audiencesOf = async (status: 'draft' | 'published', entries: Entry[]) =>
    (await stored(PRODUCT, status, entries)).map(({ audience }) => audience);

  it('publishes, takes back and deletes many entries that have audiences at once', async () => {
    await on().newGroup('many', { visibleToSite: true });
    const seen = {
      ...{ type: 'content', contentType: PRODUCT, operator: 'never' },
      where: [{ field: 'name', operator: 'startsWith', value: 'Draft' }],
    };
    const group = await on().newDynamic('never-seen', seen);
    const entries: Entry[] = [];
    for (const name of ['Draft 1', 'Draft 2', 'Draft 3']) {
      const data = { name, audience: { groups: ['many'] } };
      entries.push(await documentsOf(site, PRODUCT).create({ data }));
    }
    const kept = Array.from({ length: 3 }, () => ({ groups: ['many'] }));
    await act(PRODUCT, 'bulkPublish', entries).expect(200);
    expect(await audiencesOf('published', entries)).toEqual(kept);
    await act(PRODUCT, 'bulkUnpublish', entries).expect(200);
    expect(await audiencesOf('published', entries)).toEqual([]);
    expect(await audiencesOf('draft', entries)).toEqual(kept);
    await act(PRODUCT, 'bulkDelete', entries).expect(200);
    expect(await audiencesOf('draft', entries)).toEqual([]);
    await upkeep(site.strapi).lookAt(Date.now());
    await on().settled();
    expect(await on().documents.findOne({ documentId: group.documentId })).toMatchObject({
      rebuildState: 'done',
    });
  });

  it('deletes all of the groups that it is told to, or none', async () => {
    const [one, two, used] = [
      await on().newGroup('bulk-one'),
      await on().newDynamic('bulk-two', inCountry('CZ')),
      await on().newGroup('bulk-used', { visibleToSite: true }),
    ];
    const { contact } = await on().visitor();
    for (const group of [one, used]) {
      await on()
        .service()
        .add(group.documentId, { contacts: [contact.documentId] });
    }
    await on().product('For them', { groups: ['bulk-used'] });
    const groups = 'plugin::contact-management.contact-group';
    const refused = await act(groups, 'bulkDelete', [one, two, used]);
    expect(refused.status).toBe(409);
    expect(refused.body.error.message).toMatch(/bulk-used.*the content "product"/);
    expect(await on().members(one)).toEqual([contact.id]);
    await act(groups, 'bulkDelete', [one, two]).expect(200);
    expect(await on().members(one)).toEqual([]);
    expect(await on().members(used)).toEqual([contact.id]);
  });

  it('deletes many scores at once', async () => {
    const uid = 'plugin::contact-management.score';
    const both = [await scores().newScore('bulk-a', []), await scores().newScore('bulk-b', [])];
    await act(uid, 'bulkDelete', both).expect(200);
    await scores().settled();
    expect(await scores().documents.findMany({})).toEqual([]);
  });
});
