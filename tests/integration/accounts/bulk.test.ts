/** Changes of many accounts at once, their undo, and the export of the list. */
import type { JobView } from '../../../server/src/platform/jobs/contract';
import { accountsOf } from '../../support/accounts';
import { adminWith, asAdmin } from '../../support/admin-roles';
import { documentsOf, type Entry } from '../../support/documents';
import { groupsOf } from '../../support/groups';
import { startSite, type TestSite } from '../../support/strapi';

jest.setTimeout(120_000);

let site: TestSite;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.stop());

const on = () => accountsOf(site);
const admin = (method: 'get' | 'post', path: string, body?: object, token = site.adminToken) =>
  site.http[method](`/contact-management${path}`).set(asAdmin(token)).send(body);

const ended = async (id: string): Promise<JobView> => {
  for (;;) {
    const { body } = await admin('get', `/jobs/${id}`).expect(200);
    const job = body.data as JobView;
    if (job.status !== 'queued' && job.status !== 'running') {
      expect(job).toMatchObject({ status: 'done', error: null });
      return job;
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
};
const bulk = async (body: object) => {
  const { body: started } = await admin('post', '/accounts/bulk', body).expect(202);
  return { batchId: String(started.batchId), job: await ended(String(started.jobId)) };
};
const undo = async (batchId: string): Promise<JobView> => {
  const { body } = await admin('post', `/bulk-batches/${batchId}/undo`).expect(202);
  return ended(String(body.jobId));
};
const named = (...entries: Entry[]) => ({
  selection: { documentIds: entries.map(({ documentId }) => documentId) },
});
const read = (word: string): Promise<Entry[]> =>
  on().accounts.findMany({
    filters: { name: { $startsWith: word } },
    populate: ['status', 'owner', 'parent', 'primaryContact'],
    sort: 'name',
  });
const nothingSkipped = { changed: 0, gone: 0, taken: 0 };

describe('status and owner', () => {
  it('are given to all that match and taken back, but not what somebody changed since', async () => {
    const [hot, cold] = [await on().newStatus('hot'), await on().newStatus('cold')];
    await on().newAccount('Birch A', { status: cold.id });
    const second = await on().newAccount('Birch B');
    await on().newAccount('Oak', { status: cold.id });
    const selection = { filter: { q: 'birch' } };
    const { batchId, job } = await bulk({ action: 'status', value: 'hot', selection });
    expect(job.result).toMatchObject({ changed: 2 });
    const statuses = async (word: string) =>
      (await read(word)).map(({ status }) => (status as Entry | null)?.name);
    expect(await statuses('Birch')).toEqual(['hot', 'hot']);
    expect(await statuses('Oak')).toEqual(['cold']);
    await on().accounts.update({ documentId: second.documentId, data: { status: cold.id } });
    expect((await undo(batchId)).result).toEqual({
      batchId,
      restored: 1,
      ...nothingSkipped,
      changed: 1,
    });
    expect(await statuses('Birch')).toEqual(['cold', 'cold']);
    expect(hot.name).toBe('hot');
  });

  it('know the owner by name', async () => {
    const elm = await on().newAccount('Elm');
    const { body } = await admin('get', '/owners');
    const { id, name } = body.data[0];
    const { batchId } = await bulk({ action: 'owner', value: id, ...named(elm) });
    const batches = await admin('get', '/bulk-batches');
    expect(batches.body.data[0]).toMatchObject({ subject: 'accounts', label: name, changed: 1 });
    expect((await read('Elm'))[0]?.owner).toMatchObject({ id });
    await undo(batchId);
    expect((await read('Elm'))[0]?.owner).toBeNull();
  });

  it('are refused for what is unknown, or without the permission', async () => {
    const ash = await on().newAccount('Ash');
    const refused = async (body: object) => {
      const { status, body: answer } = await admin('post', '/accounts/bulk', body);
      return [status, answer.error.message];
    };
    expect(await refused({ action: 'status', value: 'none', ...named(ash) })).toEqual([
      400,
      'There is no such status',
    ]);
    for (const value of [999_999, 2_147_483_648, -2_147_483_649]) {
      expect(await refused({ action: 'owner', value, ...named(ash) })).toEqual([
        400,
        'There is no such owner',
      ]);
    }
    expect(
      await refused({ action: 'status', value: null, selection: { filter: { shoe: '1' } } })
    ).toEqual([400, 'There is no filter "shoe"']);
    const documentIds = Array.from({ length: 10_001 }, (_, at) => `id-${at}`);
    expect(await refused({ action: 'status', value: null, selection: { documentIds } })).toEqual([
      400,
      'documentIds must name 1 to 10,000 accounts',
    ]);
    const editor = await adminWith(site, 'accounts.read', 'accounts.update');
    const deletion = { action: 'delete', ...named(ash) };
    await admin('post', '/accounts/bulk', deletion, editor).expect(403);
    const reader = await adminWith(site, 'accounts.read');
    const change = { action: 'status', value: null, ...named(ash) };
    await admin('post', '/accounts/bulk', change, reader).expect(403);
  });
});

describe('deleting many accounts', () => {
  const membersOf = (account: Entry) =>
    on().memberships.findMany({
      filters: { account: { documentId: account.documentId } },
      populate: ['contact', 'role'],
      sort: 'id',
    });

  it('can be undone: people, roles, groups, parents and subsidiaries come back', async () => {
    const top = await on().newAccount('Yew Top');
    const ann = await on().newContact({ firstName: 'Ann', email: 'ann@yew.test' });
    const bob = await on().newContact({ firstName: 'Bob', email: 'bob@yew.test' });
    const middle = await on().newAccount('Yew Middle', { parent: top.id, primaryContact: ann.id });
    const below = await on().newAccount('Yew Low', { parent: middle.id });
    const boss = await on().newRole('yew-boss');
    await on().join(middle, ann, { role: boss.documentId, isPrimary: true, since: '2020-01-01' });
    await on().join(middle, bob, { until: '2021-01-01' });
    const groups = groupsOf(site);
    const group = await groups.newGroup('yew');
    await groups.service().add(group.documentId, { accounts: [middle.documentId] });
    expect(await groups.members(group)).toEqual([ann.id]);

    const { batchId } = await bulk({ action: 'delete', ...named(middle, top) });
    expect((await read('Yew')).map(({ name, parent }) => [name, parent])).toEqual([
      ['Yew Low', null],
    ]);
    expect(await groups.members(group)).toEqual([]);
    expect((await undo(batchId)).result).toEqual({ batchId, restored: 2, ...nothingSkipped });

    const tree = (await read('Yew')).map(({ name, documentId, parent, primaryContact }) => [
      ...[name, documentId, (parent as Entry | null)?.name],
      (primaryContact as Entry | null)?.email,
    ]);
    expect(tree).toEqual([
      ['Yew Low', below.documentId, 'Yew Middle', undefined],
      ['Yew Middle', middle.documentId, 'Yew Top', 'ann@yew.test'],
      ['Yew Top', top.documentId, undefined, undefined],
    ]);
    expect(await membersOf(middle)).toMatchObject([
      { contact: { firstName: 'Ann' }, role: { name: 'yew-boss' }, isPrimary: true },
      { contact: { firstName: 'Bob' }, role: null, until: '2021-01-01' },
    ]);
    expect(await groups.members(group)).toEqual([ann.id]);
  });

  it('gives back no person who is gone, no second main account, and makes no ring', async () => {
    const grand = await on().newAccount('Fir Grand');
    const upper = await on().newAccount('Fir Upper', { parent: grand.id });
    const lower = await on().newAccount('Fir Lower', { parent: upper.id });
    const [eve, dan] = [await on().newContact(), await on().newContact()];
    await on().join(upper, eve, { isPrimary: true });
    await on().join(upper, dan);
    const { batchId } = await bulk({ action: 'delete', ...named(upper) });
    const other = await on().newAccount('Fir Other');
    await on().join(other, eve, { isPrimary: true });
    await documentsOf(site, 'plugin::contact-management.contact').delete({
      documentId: dan.documentId,
    });
    await undo(batchId);
    expect(await membersOf(upper)).toMatchObject([{ contact: { id: eve.id }, isPrimary: false }]);

    const parents = async () =>
      (await read('Fir')).map(({ name, parent }) => [name, (parent as Entry | null)?.name]);
    const moved = await bulk({ action: 'delete', ...named(upper) });
    await on().accounts.update({ documentId: lower.documentId, data: { parent: other.id } });
    await undo(moved.batchId);
    expect(await parents()).toContainEqual(['Fir Lower', 'Fir Other']);
    await on().accounts.update({ documentId: lower.documentId, data: { parent: upper.id } });
    const turned = await bulk({ action: 'delete', ...named(upper) });
    await on().accounts.update({ documentId: grand.documentId, data: { parent: lower.id } });
    await undo(turned.batchId);
    expect(await parents()).toEqual([
      ['Fir Grand', 'Fir Lower'],
      ['Fir Lower', undefined],
      ['Fir Other', undefined],
      ['Fir Upper', 'Fir Grand'],
    ]);
  });

  it('leaves deleted one whose external id another one has by now', async () => {
    const mine = await on().newAccount('Pine', { externalId: 'crm-1' });
    const { batchId } = await bulk({ action: 'delete', ...named(mine) });
    await on().newAccount('Pine too', { externalId: 'crm-1' });
    const { result } = await undo(batchId);
    expect(result).toEqual({ batchId, restored: 0, ...nothingSkipped, taken: 1 });
    expect((await read('Pine')).map(({ name }) => name)).toEqual(['Pine too']);
  });
});

describe('the export', () => {
  it('holds the rows that match, in their order, in the columns that are shown', async () => {
    const vip = await on().newStatus('export-vip');
    const top = await on().newAccount('Larch', { city: '=1+1', status: vip.id });
    await on().newAccount('Larch Labs', { parent: top.id, employees: 5 });
    const answer = await admin(
      'get',
      '/accounts/export?q=larch&sort=name:desc&columns=status,parent,city,employees'
    ).expect(200);
    expect(answer.headers['content-disposition']).toMatch(/^attachment; filename="accounts-/);
    expect(answer.text.split('\r\n')).toEqual([
      '\uFEFF"name","status","parent","city","employees"',
      '"Larch Labs","","Larch","","5"',
      `"Larch","export-vip","","'=1+1",""`,
      '',
    ]);
    await admin('get', '/accounts/export?columns=searchKey').expect(400);
    await admin('get', '/accounts/export?shoe=1').expect(400);
  });
});

describe('what filters offer', () => {
  it('is each type and industry once, in their order', async () => {
    for (const [at, industry] of ['Tea', 'Coffee', 'Tea'].entries()) {
      await on().newAccount(`Willow ${at}`, { industry, accountType: 'grower' });
    }
    const { body } = await admin('get', '/accounts/options').expect(200);
    expect(body.data).toEqual({ accountType: ['grower'], industry: ['Coffee', 'Tea'] });
  });
});
