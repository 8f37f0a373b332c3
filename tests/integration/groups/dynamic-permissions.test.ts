/** A group's condition answers nobody what they may not see: neither a draft of it nor the stored one. */
import { randomUUID } from 'node:crypto';
import { activities } from '../../../server/src/modules/activities';
import { adminWith, asAdmin } from '../../support/admin-roles';
import { accountsOf } from '../../support/accounts';
import type { Entry } from '../../support/documents';
import { bought, dynamicOf, inCountry } from '../../support/dynamic-groups';
import { startSite, type TestSite } from '../../support/strapi';

let site: TestSite;
let token: string;
beforeAll(async () => {
  site = await startSite();
  token = await adminWith(site, 'contacts.read', 'groups.read');
}, 60_000);
afterAll(() => site.stop());

const TIMELINE = 'plugin::contact-management.activities.timeline';
const GROUPS = '/contact-management/contact-groups';
const on = () => ({ ...dynamicOf(site), ...accountsOf(site) });

it('a draft that asks about activities is previewed for nobody who may not see them', async () => {
  const { documentId } = await on().newDynamic('drafted', inCountry('CZ'));
  const preview = (condition: object) =>
    site.http.post(`${GROUPS}/${documentId}/preview`).set(asAdmin(token)).send({ condition });
  await preview(inCountry('SK')).expect(200);
  await preview({ type: 'not', rule: bought(1) }).expect(403);
});

it('the activities behind a membership are explained to nobody who may not see them', async () => {
  const byCountry = await on().newDynamic('by-country', inCountry('CZ'));
  const buyers = await on().newDynamic('buyers', bought(1));
  const ann = await on().newContact({ country: 'CZ' });
  const explain = (group: { documentId: string }) =>
    site.http.get(`${GROUPS}/${group.documentId}/explain/${ann.documentId}`).set(asAdmin(token));
  await explain(byCountry).expect(200);
  await explain(buyers).expect(403);
});

describe('why somebody is in', () => {
  const reasons = async (
    group: { documentId: string },
    contact: { documentId: string },
    who: string
  ) => {
    const answers = await Promise.all(
      [
        `${GROUPS}/${group.documentId}/history`,
        `${GROUPS}/${group.documentId}/members`,
        `/contact-management/contacts/${contact.documentId}/groups`,
      ].map((address) => site.http.get(address).set(asAdmin(who)).expect(200))
    );
    return answers.map(({ body }) => {
      const told = body.data as { contact?: { documentId: string }; because: string }[];
      return told.find((one) => (one.contact ?? contact).documentId === contact.documentId)
        ?.because;
    });
  };
  const entered = async (name: string, condition: object, enter: (contact: Entry) => unknown) => {
    const group = await on().newDynamic(name, condition);
    const contact = await on().newContact();
    await on().settled();
    await enter(contact);
    await on().settled();
    return [group, contact] as const;
  };
  const act = (contact: Entry) =>
    activities(site.strapi).append([
      { eventId: randomUUID(), contactId: contact.id, type: 'download' },
    ]);
  const employ = async (contact: Entry) => on().join(await on().newAccount('Hidden'), contact);
  const HIDDEN = 'Because of something that has changed';

  it.each<[string, string, object, (contact: Entry) => unknown, string[], string]>([
    ['what they did', 'did', bought(1, 'download'), act, ['activities.read'], 'Did: Download'],
    [
      ...(['their account', 'employed', { type: 'account' }, employ] as const),
      ['accounts.read'],
      'Has another account, or the account has changed',
    ],
    [
      'what colleagues did',
      'colleagues',
      { ...bought(1, 'download'), type: 'accountActivity' },
      async (contact) => {
        const [account, colleague] = [await on().newAccount('Hidden'), await on().newContact()];
        for (const one of [contact, colleague]) await on().join(account, one);
        await on().settled();
        await act(colleague);
      },
      ['accounts.read', 'activities.read'],
      'People in the account did something',
    ],
  ])(
    'by %s, is told to those who may see that',
    async (_what, name, condition, enter, may, told) => {
      const [group, contact] = await entered(name, condition, enter);
      const some = await adminWith(site, 'contacts.read', 'groups.read', ...may);
      expect(await reasons(group, contact, some)).toEqual([told, told, told]);
      expect(await reasons(group, contact, token)).toEqual([HIDDEN, HIDDEN, HIDDEN]);
    }
  );
});

it('a token that may ask, but not read activities, learns nothing about them', async () => {
  const actions = ['preview', 'explain'].map(
    (action) => `plugin::contact-management.contact-group.${action}`
  );
  const made = await site.strapi.service('admin::api-token').create({
    ...{ name: 'asking', type: 'custom', lifespan: null, description: '' },
    permissions: actions,
  });
  const asAsking = { authorization: `Bearer ${made.accessKey as string}` };
  const API = '/api/contact-management/contact-groups';
  const preview = (condition: object) =>
    site.http.post(`${API}/preview`).set(asAsking).send({ condition });
  await preview(inCountry('CZ')).expect(200);
  await preview({ type: 'not', rule: bought(1) }).expect(403);
  const buyers = await on().newDynamic('shoppers', bought(1));
  const ann = await on().newContact({ country: 'CZ' });
  await site.http
    .get(`${API}/${buyers.documentId}/explain/${ann.documentId}`)
    .set(asAsking)
    .expect(403);
});

it('a list narrowed by a condition takes what its parts take', async () => {
  const FIND = 'plugin::contact-management.contact.find';
  const PREVIEW = 'plugin::contact-management.contact-group.preview';
  const tokenWith = async (...permissions: string[]): Promise<string> => {
    const made = await site.strapi.service('admin::api-token').create({
      ...{ name: randomUUID(), type: 'custom', lifespan: null, description: '' },
      permissions,
    });
    return made.accessKey;
  };
  const list = (key: string, filters: object) =>
    site.http.get('/api/contact-management/contacts').query({ filters }).set(asAdmin(key));
  const asking = await tokenWith(FIND, PREVIEW);
  const about = (condition: object) => ({ condition: JSON.stringify(condition) });
  await list(asking, about(inCountry('CZ'))).expect(200);
  await list(asking, about({ type: 'not', rule: bought(1) })).expect(403);
  await list(asking, about({ type: 'account' })).expect(403);
  await list(asking, about({ type: 'group', group: 'drafted' })).expect(403);
  await list(await tokenWith(FIND), about(inCountry('CZ'))).expect(403);
  const knowing = await tokenWith(FIND, PREVIEW, TIMELINE);
  await list(knowing, about({ type: 'not', rule: bought(1) })).expect(200);
  const two = [JSON.stringify(inCountry('CZ')), JSON.stringify(bought(1))];
  await list(asking, { condition: { $in: two } }).expect(400);
});

it('a view that asks about activities is kept by, and shown to, those who may see them', async () => {
  const VIEWS = '/contact-management/views';
  const save = (who: string, condition: object) =>
    site.http
      .post(VIEWS)
      .set(asAdmin(who))
      .send({
        kind: 'contacts',
        name: 'A view',
        shared: who === site.adminToken,
        query: { condition: JSON.stringify(condition) },
      });
  await save(token, bought(1)).expect(403);
  await save(site.adminToken, bought(1)).expect(201);
  await save(site.adminToken, inCountry('CZ')).expect(201);
  const { body } = await site.http.get(`${VIEWS}?kind=contacts`).set(asAdmin(token)).expect(200);
  expect(body.data).toHaveLength(1);
  const twice = { condition: [JSON.stringify(bought(1)), JSON.stringify(bought(1))] };
  await site.http.get('/contact-management/contacts').query(twice).set(asAdmin(token)).expect(400);
});
