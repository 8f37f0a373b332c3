/** Saved views: whose they are, who sees them, who may change them. */
import type { SavedView } from '../../server/src/platform/views/contract';
import { adminWith, asAdmin } from '../support/admin-roles';
import { startSite, type TestSite } from '../support/strapi';

jest.setTimeout(60_000);

let site: TestSite;
/** Reads only; reads only, somebody else; may share. */
let reader: string;
let other: string;
let sharer: string;

beforeAll(async () => {
  site = await startSite();
  reader = await adminWith(site, 'contacts.read');
  other = await adminWith(site, 'contacts.read');
  sharer = await adminWith(site, 'contacts.read', 'views.share');
});
afterAll(() => site.stop());

const call = (
  method: 'get' | 'post' | 'put' | 'delete',
  path: string,
  token: string,
  body?: object
) => site.http[method](`/contact-management/views${path}`).set(asAdmin(token)).send(body);

const CLIENTS = {
  kind: 'contacts',
  name: 'Clients',
  query: { state: 'client', columns: 'email,city', sort: 'email:asc', createdFrom: '2026-01-31' },
};

const save = async (token: string, view: object = CLIENTS): Promise<SavedView> => {
  const { body } = await call('post', '', token, view).expect(201);
  return body.data as SavedView;
};
const namesFor = async (token: string): Promise<string[]> => {
  const { body } = await call('get', '?kind=contacts', token).expect(200);
  return (body.data as SavedView[]).map(({ name }) => name);
};

describe('a private view', () => {
  it('is kept as it was saved, and seen by its owner alone', async () => {
    const view = await save(reader, { ...CLIENTS, name: '  Mine – žluťoučký 🐎 ' });
    expect(view).toMatchObject({
      name: 'Mine – žluťoučký 🐎',
      shared: false,
      query: CLIENTS.query,
      owner: { name: 'Ed Editor' },
      canChange: true,
    });
    expect(await namesFor(reader)).toContain(view.name);
    expect(await namesFor(other)).not.toContain(view.name);
    expect(await namesFor(sharer)).not.toContain(view.name);
    for (const token of [other, sharer, site.adminToken]) {
      await call('put', `/${view.id}`, token, { name: 'Stolen' }).expect(404);
      await call('delete', `/${view.id}`, token).expect(404);
    }
  });

  it('is renamed, changed and deleted', async () => {
    const view = await save(reader);
    const { body } = await call('put', `/${view.id}`, reader, { name: 'Good clients' }).expect(200);
    expect(body.data).toMatchObject({ name: 'Good clients', query: CLIENTS.query });
    const changed = await call('put', `/${view.id}`, reader, { query: { q: 'ann' } }).expect(200);
    expect(changed.body.data).toMatchObject({ name: 'Good clients', query: { q: 'ann' } });
    await call('delete', `/${view.id}`, reader).expect(200);
    expect(await namesFor(reader)).not.toContain('Good clients');
    await call('delete', `/${view.id}`, reader).expect(404);
  });
});

describe('a shared view', () => {
  it('takes the permission to share', async () => {
    await call('post', '', reader, { ...CLIENTS, shared: true }).expect(403);
    const view = await save(reader);
    await call('put', `/${view.id}`, reader, { shared: true }).expect(403);
  });

  it('is seen by everybody, and changed by its owner and by those who may share', async () => {
    const view = await save(sharer, { ...CLIENTS, name: 'For all', shared: true });
    expect(await namesFor(reader)).toContain('For all');
    const { body } = await call('get', '?kind=contacts', reader);
    const seen = (body.data as SavedView[]).find(({ id }) => id === view.id);
    expect(seen).toMatchObject({ shared: true, canChange: false, owner: { name: 'Ed Editor' } });
    await call('put', `/${view.id}`, reader, { name: 'Not mine' }).expect(403);
    await call('delete', `/${view.id}`, reader).expect(403);
    await call('put', `/${view.id}`, site.adminToken, { name: 'For all of us' }).expect(200);
    await call('put', `/${view.id}`, sharer, { shared: false }).expect(200);
    expect(await namesFor(reader)).not.toContain('For all of us');
    await call('delete', `/${view.id}`, sharer).expect(200);
  });
});

describe('a view is refused', () => {
  it.each([
    ['of a list that there is not', { ...CLIENTS, kind: 'planets' }],
    ['without a name', { ...CLIENTS, name: '  ' }],
    ['with a name of 61 letters', { ...CLIENTS, name: 'x'.repeat(61) }],
    ['without a query', { kind: 'contacts', name: 'x' }],
    ['with a filter that there is not', { ...CLIENTS, query: { stat: 'client' } }],
    ['with a filter that is no text', { ...CLIENTS, query: { state: ['client'] } }],
    ['with a text without end', { ...CLIENTS, query: { q: 'x'.repeat(4_001) } }],
    ['shared by a word', { ...CLIENTS, shared: 'yes' }],
    ['that is a list', [CLIENTS]],
  ])('%s', async (_name, view) => {
    const { body } = await call('post', '', reader, view).expect(400);
    expect(body.error.message).toMatch(/\w+ \w+/);
  });

  it('once there are a hundred of one person', async () => {
    const hoarder = await adminWith(site, 'contacts.read');
    for (let made = 0; made < 100; made += 1) await save(hoarder);
    await call('post', '', hoarder, CLIENTS).expect(400);
    await save(reader);
  });
});

it('survive a boot with the plugin switched off', async () => {
  await save(site.adminToken, { ...CLIENTS, name: 'Survivor' });
  await site.restart({ pluginDisabled: true });
  await site.restart({});
  expect(await namesFor(site.adminToken)).toContain('Survivor');
});
