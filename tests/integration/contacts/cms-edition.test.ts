/** What the CMS edition shows of a database that the EMS edition has filled. */
import { CONTACT_STATUS_UID, CONTACT_UID } from '../../../server/src/modules/contacts';
import type { ContactPage } from '../../../server/src/modules/contacts/contract';
import type { FieldDescription } from '../../../server/src/platform/fields/contract';
import { documentsOf, rowsOf } from '../../support/documents';
import { startSite, type TestSite } from '../../support/strapi';

jest.setTimeout(120_000);

let site: TestSite;
beforeAll(async () => {
  site = await startSite();
  const vip = await documentsOf(site, CONTACT_STATUS_UID).create({
    data: { name: 'vip', displayName: 'VIP' },
  });
  const contact = documentsOf(site, CONTACT_UID);
  await contact.create({ data: { email: 'known@site.test', status: vip.documentId } });
  await contact.create({ data: { firstName: 'Named' } });
  await contact.create({ data: { kind: 'anonymous', city: 'Brno' } });
  await site.restart({ config: { edition: 'cms' } });
});
afterAll(() => site.stop());

const admin = (method: 'get' | 'post' | 'put', path: string, body?: object) =>
  site.http[method](`/contact-management${path}`)
    .auth(site.adminToken, { type: 'bearer' })
    .send(body);
const namesIn = async (query: string): Promise<string[]> => {
  const { body } = await admin('get', `/contacts?sort=createdAt:asc${query}`).expect(200);
  return (body as ContactPage).data.map(({ displayName }) => displayName);
};
const countOf = async (query: string) =>
  (await admin('get', `/contacts/count${query}`).expect(200)).body as object;
const rest = (path: string) =>
  site.http
    .get(`/api/contact-management/contacts${path}`)
    .auth(site.apiToken, { type: 'bearer' })
    .expect(200);

describe('in the CMS edition', () => {
  it('the admin lists and counts known contacts only', async () => {
    expect(await namesIn('')).toEqual(['known@site.test', 'Named']);
    expect(await namesIn('&kind=anonymous,known')).toEqual(['known@site.test', 'Named']);
    expect(await namesIn('&kind=anonymous')).toEqual([]);
    expect(await countOf('')).toEqual({ count: 2, exact: true });
    expect(await countOf('?exact=true')).toEqual({ count: 2, exact: true });
    expect(await countOf('?kind=anonymous')).toEqual({ count: 0, exact: true });
  });

  it('the content API does, whatever it is asked', async () => {
    const { body } = await rest('?sort=createdAt');
    expect(body.data).toMatchObject([{ email: 'known@site.test' }, { firstName: 'Named' }]);
    expect(body.meta.pagination.total).toBe(2);
    const asked = await rest('?filters[$or][0][kind]=anonymous&filters[$or][1][firstName]=Named');
    expect(asked.body.data).toMatchObject([{ firstName: 'Named' }]);
    expect(asked.body.meta.pagination.total).toBe(1);
  });

  it('a contact has no status to choose, to set or to change for many', async () => {
    const { body } = await admin('get', '/contacts/fields').expect(200);
    const names = (body.data as FieldDescription[]).map(({ name }) => name);
    expect(names).toContain('state');
    expect(names).not.toContain('status');
    const [known] = await rowsOf(site, CONTACT_UID);
    const saved = await admin('put', `/contacts/${known?.documentId}`, { data: { status: null } });
    expect([saved.status, saved.body.error.message]).toEqual([
      400,
      'A contact has no field "status" that can be edited here',
    ]);
    const many = { action: 'status', value: null, selection: { filter: {} } };
    const bulk = await admin('post', '/contacts/bulk', many);
    expect([bulk.status, bulk.body.error.message]).toEqual([
      400,
      'Statuses are part of the EMS edition: this one has none',
    ]);
  });

  it('a change of everybody leaves alone who is not listed', async () => {
    const everybody = { action: 'state', value: 'client', selection: { filter: {} } };
    const { body } = await admin('post', '/contacts/bulk', everybody).expect(202);
    for (let status = 'queued'; status !== 'done';) {
      ({ status } = (await admin('get', `/jobs/${body.jobId}`).expect(200)).body.data);
      expect(status).not.toBe('failed');
    }
    const states = (await rowsOf(site, CONTACT_UID)).map(({ state }) => state);
    expect(states).toEqual(['client', 'client', 'other']);
  });

  it('groups hold contacts, and no accounts', async () => {
    const made = await admin('post', '/contact-groups', {
      data: { name: 'letter', displayName: 'Letter' },
    }).expect(201);
    const group = `/contact-groups/${made.body.data.documentId}`;
    const [known] = await rowsOf(site, CONTACT_UID);
    const members = await site.http
      .post(`/api/contact-management${group}/members`)
      .auth(site.apiToken, { type: 'bearer' })
      .send({ contacts: [known?.documentId] });
    expect(members.body.data).toEqual({ added: 1, removed: 0, size: 1 });
    expect(await namesIn('&group=letter')).toEqual(['known@site.test']);
    const refused = await site.http
      .post(`/api/contact-management${group}/members`)
      .auth(site.apiToken, { type: 'bearer' })
      .send({ contacts: [known?.documentId], accounts: ['any'] });
    expect([refused.status, refused.body.error.message]).toEqual([
      404,
      'Accounts are part of the EMS edition: this one has none',
    ]);
    await admin('get', `${group}/accounts`).expect(404);
    await admin('get', '/accounts/any/groups').expect(404);
    const many = { action: 'add-to-account', value: {}, selection: { filter: {} } };
    const bulk = await admin('post', '/contacts/bulk', many).expect(400);
    expect(bulk.body.error.message).toMatch(/Accounts are part of the EMS edition/);
  });

  it('nothing is lost: the EMS edition has them all again', async () => {
    await site.restart({});
    expect(await countOf('')).toEqual({ count: 3, exact: true });
    const { body } = await rest('?filters[kind]=anonymous&fields=city');
    expect(body.data).toMatchObject([{ city: 'Brno' }]);
    const [known] = (await rest('?filters[email]=known@site.test&populate=status')).body.data;
    expect(known.status.name).toBe('vip');
  });
});
