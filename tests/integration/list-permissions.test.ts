/** What lists of contacts tell of groups and accounts, and to whom; and what takes accounts' permission. */
import { ACCOUNT_UID } from '../../server/src/modules/accounts';
import type { BulkBatchView } from '../../server/src/platform/bulk/contract';
import type { JobView } from '../../server/src/platform/jobs/contract';
import type { SavedView } from '../../server/src/platform/views/contract';
import { accountsOf } from '../support/accounts';
import { adminWith, asAdmin } from '../support/admin-roles';
import { bulkOf } from '../support/bulk';
import { documentsOf, type Entry } from '../support/documents';
import { groupsOf } from '../support/groups';
import { startSite, type TestSite } from '../support/strapi';

jest.setTimeout(60_000);

let site: TestSite;
let acme: Entry;
let ann: Entry;
/** Read contacts and nothing else; and groups and accounts, too. */
let reader: string;
let insider: string;
/** Nothing but accounts. */
let accountant: string;

const CONTACTS = ['contacts.read', 'contacts.update', 'contacts.export', 'views.share'];

beforeAll(async () => {
  site = await startSite();
  const group = await groupsOf(site).newGroup('vip');
  acme = await accountsOf(site).newAccount('Acme');
  ann = await accountsOf(site).newContact({ firstName: 'Ann' });
  await accountsOf(site).join(acme, ann);
  await groupsOf(site)
    .service()
    .add(group.documentId, { contacts: [ann.documentId] });
  reader = await adminWith(site, ...CONTACTS);
  insider = await adminWith(site, ...CONTACTS, 'groups.read', 'accounts.read');
  accountant = await adminWith(site, 'accounts.read', 'accounts.update', 'views.share');
});
afterAll(() => site.stop());

type Method = 'get' | 'post' | 'put' | 'delete';
const call = (method: Method, path: string, token: string, body?: object) =>
  site.http[method](`/contact-management${path}`).set(asAdmin(token)).send(body);
const { ended } = bulkOf(() => site);

const narrowed = (): [parameter: string, value: string][] => [
  ['group', 'vip'],
  ['account', acme.documentId],
];

describe('a filter of the contact list by group or account', () => {
  it.each(['/contacts?', '/contacts/count?', '/contacts/export?columns=email&'])(
    'takes the permission to read those: %s',
    async (path) => {
      for (const [parameter, value] of narrowed()) {
        await call('get', `${path}${parameter}=${value}`, reader).expect(403);
        await call('get', `${path}${parameter}[]=${value}`, reader).expect(403);
        await call('get', `${path}${parameter}=${value}`, insider).expect(200);
      }
    }
  );

  it('takes it in a bulk change as well, which would say how many there are', async () => {
    for (const [parameter, value] of narrowed()) {
      const body = {
        action: 'state',
        value: 'client',
        selection: { filter: { [parameter]: value } },
      };
      await call('post', '/contacts/bulk', reader, body).expect(403);
      const { body: started } = await call('post', '/contacts/bulk', insider, body).expect(202);
      await ended(String(started.jobId));
    }
  });

  it('is in no view of somebody who may not use it', async () => {
    for (const [parameter, value] of narrowed()) {
      const view = { kind: 'contacts', name: value, shared: true, query: { [parameter]: value } };
      await call('post', '/views', reader, view).expect(403);
      const { body } = await call('post', '/views', insider, view).expect(201);
      const { id } = body.data as SavedView;
      const listed = async (token: string) =>
        (
          (await call('get', '/views?kind=contacts', token).expect(200)).body.data as SavedView[]
        ).map((one) => one.id);
      expect(await listed(insider)).toContain(id);
      expect(await listed(reader)).not.toContain(id);
      await call('put', `/views/${id}`, reader, { name: 'Mine' }).expect(403);
      const own = await call('post', '/views', reader, { ...view, query: {} }).expect(201);
      const { query } = view;
      await call('put', `/views/${own.body.data.id}`, reader, { query }).expect(403);
    }
  });

  it('takes the action that tells it, over REST', async () => {
    const find = 'plugin::contact-management.contact.find';
    const tells = {
      group: 'plugin::contact-management.contact-group.members',
      account: 'plugin::contact-management.account-membership.find',
    };
    for (const [parameter, value] of narrowed()) {
      const get = async (...permissions: string[]) => {
        const { accessKey } = await site.strapi.service('admin::api-token').create({
          name: `${parameter} ${permissions.length}`,
          type: 'custom',
          lifespan: null,
          description: '',
          permissions,
        });
        return site.http
          .get(`/api/contact-management/contacts?filters[${parameter}]=${value}`)
          .set({ authorization: `Bearer ${accessKey}` });
      };
      expect((await get(find)).status).toBe(403);
      const { body } = await get(find, tells[parameter as keyof typeof tells]);
      expect(body.data).toMatchObject([{ documentId: ann.documentId }]);
    }
  });
});

describe('what is about accounts', () => {
  it('has views for whoever may read accounts, and for nobody else', async () => {
    const view = { kind: 'accounts', name: 'Big', shared: true, query: { q: 'a' } };
    await call('post', '/views', reader, view).expect(403);
    const { body } = await call('post', '/views', accountant, view).expect(201);
    const { id } = body.data as SavedView;
    await call('put', `/views/${id}`, accountant, { name: 'Bigger' }).expect(200);
    await call('get', '/views?kind=accounts', accountant).expect(200);
    await call('get', '/views?kind=accounts', reader).expect(403);
    await call('get', '/views?kind=contacts', accountant).expect(403);
    await call('delete', `/views/${id}`, reader).expect(403);
    await call('delete', `/views/${id}`, accountant).expect(200);
  });

  const batches = async (token: string): Promise<string[]> =>
    ((await call('get', '/bulk-batches', token).expect(200)).body.data as BulkBatchView[]).map(
      ({ id }) => id
    );
  const jobIds = async (token: string): Promise<string[]> =>
    ((await call('get', '/jobs', token).expect(200)).body.data as JobView[]).map(({ id }) => id);
  const giveAway = async (token: string) => {
    const owner = await site.strapi.db.query('admin::user').findOne({});
    const body = {
      action: 'owner',
      value: owner.id,
      selection: { documentIds: [acme.documentId] },
    };
    const { body: started } = await call('post', '/accounts/bulk', token, body).expect(202);
    await ended(String(started.jobId));
    return { batchId: String(started.batchId), jobId: String(started.jobId) };
  };

  it('is changed in bulk, watched and undone with the permissions of accounts', async () => {
    const { batchId, jobId } = await giveAway(accountant);
    await call('get', `/jobs/${jobId}`, accountant).expect(200);
    expect(await jobIds(accountant)).toContain(jobId);
    expect(await batches(accountant)).toContain(batchId);
    const { body } = await call('post', `/bulk-batches/${batchId}/undo`, accountant).expect(202);
    await ended(String(body.jobId));
    await call('get', `/jobs/${body.jobId}`, accountant).expect(200);
    const account = await documentsOf(site, ACCOUNT_UID).findOne({
      documentId: acme.documentId,
      populate: ['owner'],
    });
    expect(account?.owner).toBeNull();
  });

  it('is no business of whoever may read contacts only', async () => {
    const { batchId, jobId } = await giveAway(accountant);
    await call('get', `/jobs/${jobId}`, reader).expect(403);
    await call('post', `/jobs/${jobId}/cancel`, reader).expect(403);
    expect(await jobIds(reader)).not.toContain(jobId);
    expect(await batches(reader)).not.toContain(batchId);
    await call('post', `/bulk-batches/${batchId}/undo`, reader).expect(403);
  });

  it('is not told by the list of bulk changes of contacts', async () => {
    const body = {
      action: 'add-to-account',
      value: { account: acme.documentId },
      selection: { documentIds: [ann.documentId] },
    };
    const { body: started } = await call('post', '/contacts/bulk', site.adminToken, body);
    await ended(String(started.jobId));
    expect(await batches(insider)).toContain(String(started.batchId));
    expect(await batches(reader)).not.toContain(String(started.batchId));
  });
});
