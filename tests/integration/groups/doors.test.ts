/** Groups over REST and the admin's routes: members, filters, what is refused, and concurrent writes. */
import { randomUUID } from 'node:crypto';
import { CONTACT_GROUP_UID } from '../../../server/src/modules/groups';
import { accountsOf } from '../../support/accounts';
import { adminWith, asAdmin } from '../../support/admin-roles';
import type { Entry } from '../../support/documents';
import { doorsOf, Refused } from '../../support/doors';
import { addGraphql } from '../../support/graphql';
import { groupsOf } from '../../support/groups';
import { startSite, type TestSite } from '../../support/strapi';
import { collect, contactOf, event } from '../../support/visits';
import { bulkSuite } from './bulk-suite';

jest.setTimeout(180_000);

let site: TestSite;
beforeAll(async () => {
  site = await startSite({ prepare: addGraphql });
});
afterAll(() => site.stop());

const on = () => ({ ...accountsOf(site), ...groupsOf(site) });
type Method = 'get' | 'post' | 'put' | 'delete';
const rest = (method: Method, path: string, body?: object) =>
  site.http[method](`/api/contact-management${path}`)
    .set({ authorization: `Bearer ${site.apiToken}` })
    .send(body);
const admin = (method: Method, path: string, body?: object) =>
  site.http[method](`/contact-management${path}`).set(asAdmin(site.adminToken)).send(body);
const ids = (...entries: Entry[]) => entries.map(({ documentId }) => documentId);

describe('groups over REST', () => {
  it('are made, changed, listed and deleted', async () => {
    const made = await rest('post', '/contact-groups', {
      data: { name: 'VIP', displayName: 'Very important', size: 99 },
    });
    expect(made.body.data).toMatchObject({ name: 'vip', kind: 'manual', enabled: true, size: 0 });
    const path = `/contact-groups/${made.body.data.documentId}`;
    await rest('put', path, { data: { description: 'Those', size: 5 } }).expect(200);
    const { body } = await rest('get', path).expect(200);
    expect(body.data).toMatchObject({ description: 'Those', size: 0 });
    await rest('delete', path).expect(204);
    await rest('delete', path).expect(404);
  });

  it('take contacts and accounts, and page through their members', async () => {
    const group = await on().newGroup('paged');
    const [ann, bob, eve] = [
      await on().newContact({ firstName: 'Ann' }),
      await on().newContact({ firstName: 'Bob', email: 'bob@paged.test' }),
      await on().newContact({ firstName: 'Eve' }),
    ];
    const acme = await on().newAccount('Acme');
    await on().join(acme, eve);
    const path = `/contact-groups/${group.documentId}/members`;
    const added = await rest('post', path, { contacts: ids(ann, bob), accounts: ids(acme) });
    expect(added.body.data).toEqual({ added: 3, removed: 0, size: 3 });
    const again = await rest('post', path, { contacts: ids(ann) });
    expect(again.body.data).toEqual({ added: 0, removed: 0, size: 3 });
    const first = await rest('get', `${path}?limit=2`).expect(200);
    const second = await rest('get', `${path}?limit=2&cursor=${first.body.meta.nextCursor}`);
    const names = [...first.body.data, ...second.body.data].map(
      (member: { contact: { displayName: string } }) => member.contact.displayName
    );
    expect(names.sort()).toEqual(['Ann', 'Bob', 'Eve']);
    expect(second.body.meta.nextCursor).toBeNull();
    const removed = await rest('delete', path, { contacts: ids(ann), accounts: ids(acme) });
    expect(removed.body.data).toEqual({ added: 0, removed: 2, size: 1 });
  });

  it('narrow the list of contacts', async () => {
    const group = await on().newGroup('narrow');
    const member = await on().newContact({ firstName: 'Nora', email: 'nora@narrow.test' });
    await on().newContact({ firstName: 'Nora', email: 'other@narrow.test' });
    await on()
      .service()
      .add(group.documentId, { contacts: ids(member) });
    for (const filter of ['filters[group]=narrow', 'filters[group][$in][0]=narrow']) {
      const { body } = await rest('get', `/contacts?${filter}&filters[firstName]=Nora`).expect(200);
      expect(body.data.map(({ email }: Entry) => email)).toEqual(['nora@narrow.test']);
      expect(body.meta.pagination.total).toBe(1);
    }
    const none = await rest('get', '/contacts?filters[group]=nothing').expect(200);
    expect(none.body.data).toEqual([]);
    await rest('get', '/contacts?filters[group][$gt]=a').expect(400);
    const list = await admin('get', '/contacts?group=narrow&q=nora').expect(200);
    expect(list.body.data.map(({ email }: Entry) => email)).toEqual(['nora@narrow.test']);
    const count = await admin('get', '/contacts/count?group=narrow').expect(200);
    expect(count.body).toEqual({ count: 1, exact: true });
  });
});

/** Names that no other group has. */
let made = 0;
const fresh = (data: object = {}) => {
  made += 1;
  return { name: `door-${made}`, displayName: `Door ${made}`, ...data };
};
const DOORS = ['the document service', 'REST', 'the Content Manager', 'GraphQL'];

describe.each(DOORS)('through %s', (name) => {
  const door = () => {
    const type = { uid: CONTACT_GROUP_UID, path: 'contact-groups', graphql: 'ContactGroup' };
    const found = doorsOf(site, type).find((one) => one.name === name);
    if (!found) throw new Error(`There is no door called ${name}`);
    return found;
  };
  const stored = (documentId: string) => on().documents.findOne({ documentId });

  it('a code is kept in one spelling, and is the group’s own', async () => {
    const { documentId } = await door().create(fresh({ name: ` ${name.replace(/ /g, '-')} ` }));
    const code = name.replace(/ /g, '-').toLowerCase();
    expect(await stored(documentId)).toMatchObject({ name: code });
    const again = fresh({ name: code.toUpperCase() });
    await expect(door().create(again)).rejects.toThrow(/Another group has this name/);
    const other = await door().create(fresh());
    const renamed = door().update(other.documentId, { name: code });
    await expect(renamed).rejects.toThrow(/Another group has this name/);
  });

  it.each<[string, object, RegExp]>([
    ['a code with spaces', { name: 'two words' }, /letters, digits/],
    ['a blank title', { displayName: '   ' }, /displayName must say something/],
    ['no condition when it is dynamic', { kind: 'dynamic' }, /has a condition/],
    ['a condition when it is manual', { condition: { all: [] } }, /has no condition/],
    ['a time zone that is none', { timeZone: 'Mars/Olympus' }, /no time zone/],
  ])('no group has %s', async (_what, data, sentence) => {
    await expect(door().create(fresh(data))).rejects.toThrow(sentence);
    const { documentId } = await door().create(fresh());
    await expect(door().update(documentId, data)).rejects.toThrow(sentence);
  });

  it('nobody says how many members a group has', async () => {
    // Strapi's own forms and GraphQL refuse the field; elsewhere it changes nothing.
    const group = await on().documents.create({ data: fresh() });
    const contact = await on().newContact();
    await on()
      .service()
      .add(group.documentId, { contacts: ids(contact) });
    await door()
      .update(group.documentId, { size: 99, description: 'x' })
      .catch((error: unknown) => {
        expect(error).toBeInstanceOf(Refused);
      });
    expect(await on().size(group)).toBe(1);
  });

  it('a deleted group leaves nothing behind', async () => {
    const group = await on().documents.create({ data: fresh() });
    const [contact, account] = [await on().newContact(), await on().newAccount('Door')];
    const members = { contacts: ids(contact), accounts: ids(account) };
    await on().service().add(group.documentId, members);
    await door().remove(group.documentId);
    expect(await stored(group.documentId)).toBeNull();
    for (const table of ['cm_group_members', 'cm_group_accounts']) {
      const rows: unknown[] = await site.strapi.db.getConnection(table).where('group_id', group.id);
      expect(rows).toEqual([]);
    }
  });
});

describe('a page', () => {
  it('is told of groups that it may know, while they are enabled', async () => {
    const visitor = randomUUID();
    await collect(site, { visitor, events: [event()] }).expect(202);
    const contact = { documentId: String((await contactOf(site, visitor)).document_id) };
    const told = async () =>
      (await site.http.get('/cm/me').query({ visitor }).expect(200)).body.groups as string[];
    const groups: Entry[] = [];
    for (const data of [{ visibleToSite: true }, {}, { visibleToSite: true, enabled: false }]) {
      groups.push(await on().documents.create({ data: fresh(data) }));
    }
    for (const { documentId } of groups) {
      await on()
        .service()
        .add(documentId, { contacts: [contact.documentId] });
    }
    const [known] = groups as [Entry];
    expect(await told()).toEqual([known.name]);
    await on().service().exclude(known.documentId, [contact.documentId]);
    expect(await told()).toEqual([]);
  });
});

describe('what uses a group', () => {
  it('is told by its code, others’ private views by their number', async () => {
    const group = await on().documents.create({ data: fresh({ name: 'asked_for' }) });
    const save = (name: string, query: object, token: string, shared = false) =>
      site.http
        .post('/contact-management/views')
        .set(asAdmin(token))
        .send({ kind: 'contacts', name, shared, query })
        .expect(201);
    const editor = await adminWith(site, 'contacts.read', 'groups.read');
    await save('Shared', { group: 'other,asked_for' }, site.adminToken, true);
    await save('Private', { group: 'asked_for', state: 'client' }, site.adminToken);
    await save('Mine', { group: 'asked_for' }, editor);
    // An underscore stands for any letter where rows are narrowed.
    await save('Another', { group: 'asked-for' }, editor);
    await save('A search', { q: '"group":"asked_for"' }, editor);
    const { body } = await site.http
      .get(`/contact-management/contact-groups/${group.documentId}/used-by`)
      .set(asAdmin(editor))
      .expect(200);
    expect(body.data.views.map((view: Entry) => view.name)).toEqual(['Shared', 'Mine']);
    expect(body.data.hiddenViews).toBe(1);
  });

  it('an account’s groups are listed, and groups found by their codes', async () => {
    const account = await on().newAccount('Listed');
    const group = await on().documents.create({ data: fresh() });
    await on()
      .service()
      .add(group.documentId, { accounts: ids(account) });
    const of = await admin('get', `/accounts/${account.documentId}/groups`).expect(200);
    expect(of.body.data).toMatchObject([{ documentId: group.documentId, size: 0 }]);
    const named = await admin('get', `/contact-groups?name=nothing,${String(group.name)}`);
    expect(named.body.data.map((one: Entry) => one.name)).toEqual([group.name]);
  });

  it('groups that pages may know of are found among all others', async () => {
    await on().newGroup('seen-shown', { visibleToSite: true });
    await on().newGroup('seen-off', { visibleToSite: true, enabled: false });
    await on().newGroup('seen-hidden');
    const named = 'name=seen-shown,seen-off,seen-hidden';
    const found = await admin('get', `/contact-groups?${named}&visibleToSite=true&enabled=true`);
    expect(found.body.data.map((one: Entry) => one.name)).toEqual(['seen-shown']);
    await admin('get', '/contact-groups?visibleToSite=perhaps').expect(400);
  });
});

describe('who may see groups and contacts, but no accounts', () => {
  it('is not told their names, and brings none of them into a group', async () => {
    const [group, other] = [await on().newGroup('behind'), await on().newGroup('brought')];
    const [account, contact] = [await on().newAccount('Hidden s.r.o.'), await on().newContact({})];
    await on().join(account, contact);
    await on()
      .service()
      .add(group.documentId, { accounts: ids(account) });
    const may = ['groups.read', 'groups.write', 'contacts.read'];
    const [without, knowing] = [
      await adminWith(site, ...may),
      await adminWith(site, ...may, 'accounts.read'),
    ];
    const shown = async (token: string) => {
      const answers = await Promise.all(
        [
          `/contact-groups/${group.documentId}/members`,
          `/contacts/${contact.documentId}/groups`,
        ].map((address) =>
          site.http.get(`/contact-management${address}`).set(asAdmin(token)).expect(200)
        )
      );
      return answers.map(({ body }) => body.data);
    };
    const place = { byAccount: true, accounts: [] };
    expect(await shown(without)).toMatchObject([[place], [place]]);
    const named = { accounts: ['Hidden s.r.o.'] };
    expect(await shown(knowing)).toMatchObject([[named], [named]]);
    const bring = (token: string, how: string) =>
      site.http
        .post(`/contact-management/contact-groups/${other.documentId}/${how}`)
        .set(asAdmin(token))
        .send({ accounts: ids(account) });
    expect((await bring(without, 'members')).status).toBe(403);
    expect(await on().members(other)).toEqual([]);
    expect((await bring(knowing, 'members')).status).toBe(200);
    expect((await bring(without, 'members/remove')).status).toBe(403);
    expect(await on().members(other)).toEqual([contact.id]);
  });
});

describe('the list of groups', () => {
  const titles = async (query: object): Promise<string[]> => {
    const { body } = await admin('get', '/contact-groups').query(query).expect(200);
    return (body.data as Entry[]).map(({ displayName }) => String(displayName));
  };
  const SORTED = ['Äpfel', 'Birnen 100%', 'birnen 1000', 'Žluťoučký kůň'];
  beforeAll(async () => {
    for (const [at, displayName] of ['Žluťoučký kůň', 'birnen 1000', 'Äpfel'].entries()) {
      await on().documents.create({ data: { name: `folded-${at}`, displayName } });
    }
    const late = await on().documents.create({ data: { name: 'folded-3', displayName: 'Zzz' } });
    const data = { displayName: 'Birnen 100%', titleKey: 'zzz' };
    await on().documents.update({ documentId: late.documentId, data });
  });

  it.each([
    ['žlu', ['Žluťoučký kůň']],
    ['ZLUT', ['Žluťoučký kůň']],
    ['äpf', ['Äpfel']],
    ['apf', ['Äpfel']],
    ['100%', ['Birnen 100%']],
    ['FOLDED-1', ['birnen 1000']],
    ['folded-', SORTED],
  ])('finds by "%s", without case and diacritics', async (q, found) => {
    expect(await titles({ q })).toEqual(found);
  });

  it('pages in that order, and tells nobody what it is sorted by', async () => {
    const q = 'folded-';
    const first = await admin('get', '/contact-groups').query({ q, pageSize: 3 });
    const cursor = first.body.meta.nextCursor;
    expect(await titles({ q, pageSize: 3, cursor })).toEqual(SORTED.slice(3));
    const { body } = await rest('get', '/contact-groups');
    expect(JSON.stringify([first.body, body])).not.toContain('titleKey');
  });

  it('finds a copy by its title too', async () => {
    const [group] = await on().documents.findMany({ filters: { name: 'folded-0' } });
    await on().documents.clone({
      documentId: String(group?.documentId),
      data: { name: 'folded-copy' },
    });
    expect(await titles({ q: 'zlutoucky' })).toEqual(['Žluťoučký kůň', 'Žluťoučký kůň']);
  });
});

describe('what a group is not', () => {
  let group: Entry;
  let contact: Entry;
  beforeAll(async () => {
    group = await on().newGroup('guarded');
    contact = await on().newContact();
  });

  it.each<[string, object, RegExp]>([
    ['an unknown contact', { contacts: ['nobody'] }, /nobody.*Nothing was changed/],
    ['an unknown account', { accounts: ['nothing'] }, /nothing/],
    ['a group', { groups: ['x'] }, /no other groups/],
    ['a list of numbers', { contacts: [1, 2] }, /list of document ids/],
    ['text', { contacts: 'x' }, /list of document ids/],
    ['nothing', {}, /Name contacts or accounts/],
    [
      '10,001 ids',
      { contacts: Array.from({ length: 10_001 }, (_, at) => `c${at}`) },
      /at most 10,000/,
    ],
  ])('does not hold %s', async (_name, body, sentence) => {
    const answer = await rest('post', `/contact-groups/${group.documentId}/members`, body);
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toMatch(sentence);
    expect(await on().members(group)).toEqual([]);
  });

  it('holds none of those named when one of them does not exist', async () => {
    const body = { contacts: [...ids(contact), 'nobody'] };
    const answer = await rest('post', `/contact-groups/${group.documentId}/members`, body);
    expect(answer.body.error.details.unknown).toEqual({ contacts: ['nobody'], accounts: [] });
    expect(await on().members(group)).toEqual([]);
  });

  it('is not found under an id that is none', async () => {
    await rest('post', '/contact-groups/nobody/members', { contacts: ids(contact) }).expect(404);
    await rest('get', '/contact-groups/nobody/members').expect(404);
  });
});

describe('at the same time', () => {
  it('one contact is added once', async () => {
    const group = await on().newGroup('twice');
    const contact = await on().newContact();
    const path = `/contact-groups/${group.documentId}/members`;
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => rest('post', path, { contacts: ids(contact) }))
    );
    const added = answers.map(({ body }) => body.data.added as number);
    expect(added.sort()).toEqual([0, 0, 0, 0, 0, 1]);
    expect(await on().size(group)).toBe(1);
  });

  it('a membership ends and its account comes to the group', async () => {
    for (let round = 0; round < 8; round += 1) {
      const group = await on().newGroup(`race-${round}`);
      const contact = await on().newContact();
      const account = await on().newAccount(`Race ${round}`);
      const membership = await on().join(account, contact);
      await Promise.all([
        on()
          .service()
          .add(group.documentId, { accounts: ids(account) }),
        on().memberships.update({
          documentId: membership.documentId,
          data: { until: '2020-01-01' },
        }),
      ]);
      expect(await on().members(group)).toEqual([]);
    }
  });
});

describe('many at once', () => bulkSuite(() => site));
