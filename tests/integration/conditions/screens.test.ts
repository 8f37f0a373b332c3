/** What the builder asks the server, and the contact list narrowed by a condition. */
import { CONTACT_UID } from '../../../server/src/modules/contacts';
import { documentsOf } from '../../support/documents';
import { startSite, type TestSite } from '../../support/strapi';
import { adminWith } from '../../support/admin-roles';

let site: TestSite;
beforeAll(async () => {
  site = await startSite();
  const contacts = documentsOf(site, CONTACT_UID);
  for (const city of ['Brno', 'Brno', 'Praha']) {
    await contacts.create({ data: { firstName: city, city, tags: ['vip', city] } });
  }
});
afterAll(() => site.stop());

const BASE = '/contact-management/conditions';
const get = (path: string) =>
  site.http.get(`${BASE}${path}`).auth(site.adminToken, { type: 'bearer' });
const post = (path: string, body: object, token = site.adminToken) =>
  site.http.post(`${BASE}${path}`).auth(token, { type: 'bearer' }).send(body);
const inBrno = { type: 'attribute', field: 'city', operator: 'eq', value: 'BRNO' };

it('offers fields with their operators’ types, activity types and content types', async () => {
  const { data } = (await get('/catalogue').expect(200)).body;
  const named = (name: string) =>
    data.fields.find((field: { name: string }) => field.name === name);
  expect(named('city')).toEqual({ name: 'city', label: 'City', valueType: 'text', indexed: false });
  expect(named('state')).toMatchObject({ valueType: 'choice', indexed: true });
  expect(named('tags')).toMatchObject({ valueType: 'choice', entity: 'tag' });
  expect(named('customFields')).toBeUndefined();
  expect(data.activityTypes).toContainEqual({ name: 'purchase', displayName: 'Purchase' });
  expect(data.contentTypes[0].uid).toMatch(/^api::/);
});

it('offers the values that the data holds, the most frequent first', async () => {
  const { body } = await get('/values?field=city').expect(200);
  expect(body.data.map(({ value }: { value: string }) => value)).toEqual(['Brno', 'Praha']);
  expect((await get('/values?field=tags&q=bR')).body.data).toEqual([
    { value: 'Brno', label: 'Brno' },
  ]);
  await get('/values?field=password').expect(400);
  await get('/values?of=activity&field=data').expect(400);
});

it('says how many match, in words, and what makes it slow', async () => {
  const { body } = await post('/preview', { condition: inBrno }).expect(200);
  expect(body.data).toMatchObject({
    count: 2,
    exact: true,
    text: 'Contacts who: city is BRNO',
    warnings: ['No index answers questions about city: every contact is read'],
  });
  expect(body.data.sample).toHaveLength(2);
});

it('says where a condition is wrong', async () => {
  const condition = { type: 'all', rules: [inBrno, { ...inBrno, field: 'nothing' }] };
  const { body } = await post('/preview', { condition }).expect(400);
  expect(body.error.details.errors).toEqual([
    {
      path: ['rules', '1', 'field'],
      message: 'There is no field "nothing"',
      name: 'ValidationError',
    },
  ]);
});

it('tells nobody what they may not see', async () => {
  const token = await adminWith(site, 'contacts.read');
  const bought = { type: 'activity', activity: 'purchase', operator: 'never' };
  await post('/preview', { condition: inBrno }, token).expect(200);
  await post('/preview', { condition: { type: 'not', rule: bought } }, token).expect(403);
  await site.http
    .get('/contact-management/contacts')
    .query({ condition: JSON.stringify(bought) })
    .auth(token, { type: 'bearer' })
    .expect(403);
});

it('narrows the list of contacts, and can be kept in a view', async () => {
  const list = (condition: object | string) =>
    site.http
      .get('/contact-management/contacts')
      .query({ condition: typeof condition === 'string' ? condition : JSON.stringify(condition) })
      .auth(site.adminToken, { type: 'bearer' });
  expect((await list(inBrno).expect(200)).body.data).toHaveLength(2);
  const both = { type: 'all', rules: [inBrno, { type: 'tag', value: ['vip', 'other'] }] };
  expect((await list(both).expect(200)).body.data).toHaveLength(2);
  await list('{').expect(400);
  await list({ type: 'everybody' }).expect(400);
  await list('').expect(200);
  await site.http
    .post('/contact-management/views')
    .auth(site.adminToken, { type: 'bearer' })
    .send({ kind: 'contacts', name: 'Brno', query: { condition: JSON.stringify(inBrno) } })
    .expect(201);
});
