/** Whichever door a change comes through, members of a group by condition follow it; and what is kept of them. */
import { randomUUID } from 'node:crypto';
import { ACCOUNT_UID } from '../../../server/src/modules/accounts';
import { activities } from '../../../server/src/modules/activities';
import { CONTACT_STATUS_UID, CONTACT_UID } from '../../../server/src/modules/contacts';
import { forgetHistory } from '../../../server/src/modules/groups/history/forget-old';
import { upkeep } from '../../../server/src/modules/groups/service';
import { DAY } from '../../../server/src/platform/clock';
import { accountsOf } from '../../support/accounts';
import { bulkOf } from '../../support/bulk';
import { documentsOf, type Entry } from '../../support/documents';
import { doorsOf } from '../../support/doors';
import { dynamicOf, inCountry } from '../../support/dynamic-groups';
import { addGraphql } from '../../support/graphql';
import { startSite, type TestSite } from '../../support/strapi';
import { collect, contactOf, event } from '../../support/visits';

jest.setTimeout(120_000);

const ORDER = 'api::order.order';

let site: TestSite;
beforeAll(async () => {
  site = await startSite({ prepare: addGraphql });
  const statuses = documentsOf(site, CONTACT_STATUS_UID);
  await statuses.create({ data: { name: 'warm', displayName: 'Warm' } });
});
afterAll(() => site.stop());

const on = () => ({ ...dynamicOf(site), ...accountsOf(site) });
const { bulk, undo } = bulkOf(() => site);
let made = 0;
const groupOf = (condition: object): Promise<Entry> => {
  made += 1;
  return on().newDynamic(`fed-${made}`, condition);
};
const inIt = async (group: Entry): Promise<number[]> => {
  await on().settled();
  return on().members(group);
};

describe.each<[string, object, unknown]>([
  ['state', { type: 'state', operator: 'in', value: ['partner'] }, 'partner'],
  ['status', { type: 'status', operator: 'in', value: ['warm'] }, 'warm'],
  ['owner', { type: 'owner', operator: 'in', value: [1] }, 1],
])('a bulk change of the %s', (action, condition, value) => {
  it('is followed, and so is its undoing', async () => {
    const group = await groupOf(condition);
    const people = [await on().newContact(), await on().newContact()];
    expect(await inIt(group)).toEqual([]);
    const selection = { documentIds: people.map(({ documentId }) => documentId) };
    const { batchId } = await bulk({ action, value, selection });
    expect(await inIt(group)).toEqual(people.map(({ id }) => id));
    await undo(batchId);
    expect(await inIt(group)).toEqual([]);
  });
});

it('contacts that come back after a bulk deletion are back in it', async () => {
  const group = await groupOf(inCountry('PT'));
  const [ann, bob] = [
    await on().newContact({ country: 'PT' }),
    await on().newContact({ country: 'PT' }),
  ];
  expect(await inIt(group)).toHaveLength(2);
  const selection = { documentIds: [ann.documentId] };
  const { batchId } = await bulk({ action: 'delete', selection });
  expect(await inIt(group)).toEqual([bob.id]);
  expect(await on().size(group)).toBe(1);
  await undo(batchId);
  expect(await inIt(group)).toHaveLength(2);
  expect(await on().size(group)).toBe(2);
});

it('an account that comes under another one brings its people', async () => {
  const [parent, child] = [await on().newAccount('Parent'), await on().newAccount('Child')];
  const contact = await on().newContact();
  await on().join(child, contact);
  const group = await groupOf({
    ...{ type: 'account', accounts: [parent.documentId], subsidiaries: true },
  });
  const under = (above: string | null) =>
    documentsOf(site, ACCOUNT_UID).update({
      documentId: child.documentId,
      data: { parent: above },
    });
  expect(await inIt(group)).toEqual([]);
  await under(parent.documentId);
  expect(await inIt(group)).toEqual([contact.id]);
  await under(null);
  expect(await inIt(group)).toEqual([]);
});

it('an entry that becomes another one changes who has read such', async () => {
  const orders = documentsOf(site, ORDER);
  const entry = await orders.create({ data: { number: 'A', email: 'a@b.test', total: 1 } });
  const contact = await on().newContact();
  await activities(site.strapi).append([
    {
      ...{ eventId: randomUUID(), contactId: contact.id, type: 'pagevisit' },
      ...{ itemUid: ORDER, itemDocumentId: entry.documentId },
    },
  ]);
  const group = await groupOf({
    ...{ type: 'content', contentType: ORDER, operator: 'atLeast', count: 1 },
    where: [{ field: 'number', operator: 'eq', value: 'B' }],
  });
  expect(await inIt(group)).toEqual([]);
  const become = async (number: string) => {
    await orders.update({ documentId: entry.documentId, data: { number } });
    await upkeep(site.strapi).lookAt(Date.now());
  };
  await become('B');
  expect(await inIt(group)).toEqual([contact.id]);
  await become('A');
  expect(await inIt(group)).toEqual([]);
});

it('consent that is given and withdrawn is followed', async () => {
  const group = await groupOf({ type: 'consent', purpose: 'email', operator: 'has' });
  const visitor = randomUUID();
  await collect(site, { visitor, events: [event()] }).expect(202);
  const { id } = await contactOf(site, visitor);
  const consent = (email: boolean) =>
    site.http.post('/cm/consent').send({ visitor, purposes: { email } }).expect(202);
  expect(await inIt(group)).toEqual([]);
  await consent(true);
  expect(await inIt(group)).toEqual([Number(id)]);
  await consent(false);
  expect(await inIt(group)).toEqual([]);
});

it('contacts that a site’s back end sends are followed', async () => {
  const group = await groupOf(inCountry('IS'));
  const upsert = (country: string) =>
    site.http
      .post('/api/contact-management/contacts/upsert')
      .set({ authorization: `Bearer ${site.apiToken}` })
      .send({ contacts: [{ match: 'email', data: { email: 'ups@fed.test', country } }] })
      .expect(200);
  await upsert('IS');
  expect(await inIt(group)).toHaveLength(1);
  await upsert('NO');
  expect(await inIt(group)).toEqual([]);
});

it.each(['the document service', 'REST', 'the Content Manager', 'GraphQL'])(
  'a contact that is changed and deleted through %s is followed',
  async (name) => {
    const doors = doorsOf(site, { uid: CONTACT_UID, path: 'contacts', graphql: 'Contact' });
    const door = doors.find((one) => one.name === name);
    if (!door) throw new Error(`There is no door called ${name}`);
    const group = await groupOf(inCountry('GR'));
    const { documentId } = await door.create({ firstName: 'Fed', country: 'GR' });
    expect(await inIt(group)).toHaveLength(1);
    await door.update(documentId, { country: 'AL' });
    expect(await inIt(group)).toEqual([]);
    await door.update(documentId, { country: 'GR' });
    expect(await inIt(group)).toHaveLength(1);
    await door.remove(documentId);
    expect(await inIt(group)).toEqual([]);
    expect(await on().size(group)).toBe(0);
  }
);

it('history of two years ago is forgotten, but for why a member is in', async () => {
  const group = await groupOf(inCountry('MC'));
  const [stays, left] = [
    await on().newContact({ country: 'MC' }),
    await on().newContact({ country: 'MC' }),
  ];
  await on().settled();
  const move = async (contact: Entry, country: string) => {
    const { documentId } = contact;
    await documentsOf(site, CONTACT_UID).update({ documentId, data: { country } });
    await on().settled();
  };
  await move(left, 'FR');
  const lines = async () =>
    (await site.strapi.db
      .getConnection('cm_group_history')
      .where('group_id', group.id)
      .orderBy('id')
      .pluck('contact_id')) as number[];
  expect(await lines()).toEqual([stays.id, left.id, left.id]);
  const inDays = (days: number) => forgetHistory(site.strapi, Date.now() + days * DAY);
  await inDays(729);
  expect(await lines()).toHaveLength(3);
  await inDays(731);
  expect(await lines()).toEqual([stays.id]);
  await move(stays, 'FR');
  // As if it had left after all of that.
  await site.strapi.db
    .getConnection('cm_group_history')
    .where({ contact_id: stays.id, entered: false })
    .update({ at: new Date(Date.now() + 2 * DAY) });
  await inDays(1_500);
  expect(await lines()).toEqual([]);
  expect(await site.strapi.db.getConnection('cm_group_days').where('group_id', group.id)).toEqual(
    []
  );
});

it.each([
  ['its members', ['cm_group_members']],
  ['its members and all that is known about it', ['cm_group_members', 'cm_group_upkeep']],
])('is filled again after an import that lost %s', async (_what, tables) => {
  const group = await groupOf(inCountry('SM'));
  const contact = await on().newContact({ country: 'SM' });
  expect(await inIt(group)).toContain(contact.id);
  const before = await on().members(group);
  for (const table of tables) await site.strapi.db.getConnection(table).delete();
  await site.restart();
  await upkeep(site.strapi).lookAt(Date.now());
  expect(await inIt(group)).toEqual(before);
  expect(await on().size(group)).toBe(before.length);
});
