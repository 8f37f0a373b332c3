/** What screens and sites are told of groups by condition. */
import { randomUUID } from 'node:crypto';
import { activities } from '../../../server/src/modules/activities';
import { CONTACT_UID } from '../../../server/src/modules/contacts';
import type {
  GroupHistoryEntry,
  GroupOfContactView,
  GroupPreview,
  GroupSizes,
  GroupView,
  MemberView,
} from '../../../server/src/modules/groups/contract';
import { asAdmin } from '../../support/admin-roles';
import { accountsOf } from '../../support/accounts';
import { documentsOf, type Entry } from '../../support/documents';
import { bought, dynamicOf, inCountry } from '../../support/dynamic-groups';
import { startSite, type TestSite } from '../../support/strapi';

describe('a group by condition', () => {
  let site: TestSite;
  beforeAll(async () => {
    site = await startSite();
  }, 60_000);
  afterAll(() => site.stop());

  const on = () => ({ ...dynamicOf(site), ...accountsOf(site) });
  const admin = (method: 'get' | 'post' | 'put' | 'delete', path: string, body?: object) =>
    site.http[method](`/contact-management${path}`).set(asAdmin(site.adminToken)).send(body);
  const api = (method: 'get' | 'post', path: string, body?: object) =>
    site.http[method](`/api/contact-management${path}`)
      .set({ authorization: `Bearer ${site.apiToken}` })
      .send(body);
  const act = async (contact: Entry, type: string) => {
    await activities(site.strapi).append([{ eventId: randomUUID(), contactId: contact.id, type }]);
    await on().settled();
  };

  it('is made, read and changed with its condition and time zone', async () => {
    const data = {
      ...{ name: 'by-screen', displayName: 'By screen', kind: 'dynamic' },
      ...{ condition: inCountry('CZ'), timeZone: 'Europe/Prague' },
    };
    const { body: made } = await admin('post', '/contact-groups', { data }).expect(201);
    const group = made.data as GroupView;
    expect(group).toMatchObject({ kind: 'dynamic', timeZone: 'Europe/Prague', problem: null });
    expect(group.condition).toEqual(inCountry('CZ'));
    expect(['queued', 'running', 'done']).toContain(group.rebuildState);
    await on().settled();
    const path = `/contact-groups/${group.documentId}`;
    const { body: read } = await admin('get', path).expect(200);
    expect(read.data).toMatchObject({ rebuildState: 'done', rebuildJob: null });
    expect(Date.parse(String(read.data.freshAt))).toBeGreaterThan(0);
    const condition = inCountry('SK');
    await admin('put', path, { data: { condition } }).expect(200);
    const { body: list } = await admin('get', '/contact-groups?kind=dynamic').expect(200);
    expect(list.data).toEqual([expect.objectContaining({ name: 'by-screen', condition })]);
  });

  it('says what a condition would change before it is saved', async () => {
    const group = await on().newDynamic('previewed', inCountry('NO'));
    for (const country of ['NO', 'NO', 'SE', 'SE', 'SE']) await on().newContact({ country });
    await on().settled();
    const path = `/contact-groups/${group.documentId}/preview`;
    const { body } = await admin('post', path, { condition: inCountry('SE') }).expect(200);
    const preview = body.data as GroupPreview;
    expect(preview).toMatchObject({ count: 3, exact: true, added: 3, removed: 2 });
    expect(preview.differenceExact).toBe(true);
    expect(preview.sample).toHaveLength(3);
    await admin('post', path, { condition: { type: 'nonsense' } }).expect(400);
  });

  it('is previewed by a site', async () => {
    await on().newContact({ country: 'IS' });
    const { body } = await api('post', '/contact-groups/preview', {
      condition: inCountry('IS'),
    }).expect(200);
    expect(body).toMatchObject({ count: 1, exact: true });
    expect(body.sample).toHaveLength(1);
    const refused = await api('post', '/contact-groups/preview', { condition: {} }).expect(400);
    expect(refused.body.error.message).toEqual(expect.any(String));
  });

  it('explains why somebody is in it, and why not', async () => {
    const group = await on().newDynamic('explained', bought(1));
    const ann = await on().newContact();
    const at = `/contact-groups/${group.documentId}/explain/${ann.documentId}`;
    const before = await admin('get', at).expect(200);
    expect(before.body.data).toMatchObject({ type: 'activity', path: '', verdict: false });
    await act(ann, 'purchase');
    const after = await api('get', at).expect(200);
    expect(after.body.data).toMatchObject({ verdict: true });
    const manual = await on().newGroup('by-hand-only');
    await admin('get', `/contact-groups/${manual.documentId}/explain/${ann.documentId}`).expect(
      400
    );
  });

  it('keeps who came and left, when and why, in the language asked for', async () => {
    const group = await on().newDynamic('historic', {
      type: 'any',
      rules: [bought(1, 'download'), inCountry('PT')],
    });
    const path = `/contact-groups/${group.documentId}`;
    const ann = await on().newContact();
    const bob = await on().newContact({ country: 'PT' });
    await on().settled();
    await act(ann, 'download');
    await documentsOf(site, CONTACT_UID).update({
      documentId: bob.documentId,
      data: { country: 'ES', city: 'Madrid' },
    });
    await on().settled();
    await on()
      .service()
      .add(group.documentId, { contacts: [bob.documentId] });
    await on().service().exclude(group.documentId, [bob.documentId]);
    const { body } = await admin('get', `${path}/history?pageSize=3`).expect(200);
    const newest = body.data as GroupHistoryEntry[];
    expect(newest.map(({ event, way, because }) => [event, way, because])).toEqual([
      ['left', 'exclusion', 'Excluded by the site'],
      ['entered', 'hand', 'Added by the site'],
      ['left', 'condition', 'Changed: Country'],
    ]);
    const next = await admin('get', `${path}/history?cursor=${body.meta.nextCursor}`).expect(200);
    expect((next.body.data as GroupHistoryEntry[]).map(({ because }) => because)).toEqual([
      'Did: Download',
      'Was added, or joined with another contact',
    ]);
    const one = await admin('get', `${path}/history?contact=${ann.documentId}&language=cs`);
    expect((one.body.data as GroupHistoryEntry[]).map(({ because }) => because)).toEqual([
      'Aktivita: Download',
    ]);
    const members = await admin('get', `${path}/members`).expect(200);
    expect((members.body.data as MemberView[]).map(({ because }) => because)).toEqual([
      'Did: Download',
    ]);
    const places = await admin('get', `/contacts/${bob.documentId}/groups`).expect(200);
    const place = (places.body.data as GroupOfContactView[]).find(
      ({ group: { name } }) => name === 'historic'
    );
    expect(place).toMatchObject({ excluded: true, because: 'Excluded by the site' });
  });

  it('tells its size day by day', async () => {
    const group = await on().newDynamic('sized', inCountry('GR'));
    const ann = await on().newContact({ country: 'GR' });
    const bob = await on().newContact({ country: 'GR' });
    await on().settled();
    await on().service().exclude(group.documentId, [bob.documentId]);
    const path = `/contact-groups/${group.documentId}/sizes?days=3`;
    const { body } = await admin('get', path).expect(200);
    const { days } = body.data as GroupSizes;
    expect(days.map(({ size, entered, left }) => [size, entered, left])).toEqual([
      [0, 0, 0],
      [0, 0, 0],
      [1, 2, 1],
    ]);
    expect(ann.id).toBeGreaterThan(0);
  });

  it('is rebuilt when an editor asks for it, unless there is nothing to ask', async () => {
    const group = await on().newDynamic('rebuilt', inCountry('IE'));
    const path = `/contact-groups/${group.documentId}/rebuild`;
    const { body } = await admin('post', path).expect(202);
    await on().settled();
    const job = await admin('get', `/jobs/${body.data.jobId}`).expect(200);
    expect(job.body.data).toMatchObject({ status: 'done', byServer: false });
    await on().documents.update({ documentId: group.documentId, data: { enabled: false } });
    await admin('post', path).expect(400);
  });
});
