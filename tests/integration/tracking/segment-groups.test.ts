/** Segment's `group` calls: who they put into which account. */
import { randomUUID } from 'node:crypto';
import { errors } from '@strapi/utils';
import { CONTACT_UID } from '../../../server/src/modules/contacts';
import { accountsOf } from '../../support/accounts';
import { documentsOf, type Entry } from '../../support/documents';
import { startSite, type TestSite } from '../../support/strapi';
import { collect, contactOf, event, identify } from '../../support/visits';

jest.setTimeout(120_000);

const WRITE_KEY = 'write-key-of-the-tests';

describe('a group call', () => {
  let site: TestSite;
  beforeAll(async () => {
    site = await startSite({ config: { tracking: { writeKeys: [WRITE_KEY] } } });
  });
  afterAll(() => site.stop());

  const send = (name: string, body: object) =>
    site.http.post(`/cm/v1/${name}`).auth(WRITE_KEY, '').send(body);
  const group = (body: object) => send('group', body).expect(200, { success: true });
  const unique = () => randomUUID().slice(0, 8);
  const email = () => `${unique()}@contacts.test`;
  const accounts = (where: object): Promise<Entry[]> =>
    accountsOf(site).accounts.findMany({ filters: where });
  const members = (account: object): Promise<Entry[]> =>
    accountsOf(site).memberships.findMany({ filters: { account }, populate: ['contact'] });

  it('makes the account by its id and name, and the user a member once', async () => {
    const [userId, groupId] = [unique(), unique()];
    await send('identify', { userId, traits: { email: email() } });
    await group({ userId, groupId, traits: { name: ' Acme  Ltd ' } });
    await group({ userId, groupId, traits: { name: 'Acme' } });
    expect(await accounts({ externalId: groupId })).toMatchObject([{ name: 'Acme Ltd' }]);
    expect(await members({ externalId: groupId })).toMatchObject([
      { until: null, isPrimary: false, contact: { externalId: userId } },
    ]);
  });

  it('makes the contact of a user that nobody named before, and names the account by its id', async () => {
    const [userId, groupId] = [unique(), unique()];
    await group({ userId, groupId });
    expect(await accounts({ externalId: groupId })).toMatchObject([{ name: groupId }]);
    expect(await members({ externalId: groupId })).toMatchObject([
      { contact: { externalId: userId } },
    ]);
  });

  it('uses the one account of that name that has no id yet, and gives it the id', async () => {
    const [userId, groupId, name] = [unique(), unique(), `Bečvář ${unique()}`];
    const account = await accountsOf(site).newAccount(name);
    await accountsOf(site).newAccount(name.replace('Bečvář', 'Becvar'));
    await group({ userId, groupId, traits: { name: `  ${name.toUpperCase()} ` } });
    expect(await accounts({ externalId: groupId })).toMatchObject([
      { documentId: account.documentId, name },
    ]);
    expect(await members({ externalId: groupId })).toHaveLength(1);
  });

  it('does not guess between two accounts of that name, nor take one with another id', async () => {
    const [groupId, name] = [unique(), `Twins ${unique()}`];
    await accountsOf(site).newAccount(name);
    await accountsOf(site).newAccount(name);
    await group({ userId: unique(), groupId, traits: { name } });
    const other = unique();
    await group({ userId: unique(), groupId: other, traits: { name: `Other ${name}` } });
    await group({ userId: unique(), groupId: unique(), traits: { name: `Other ${name}` } });
    expect(await accounts({ name })).toHaveLength(3);
    expect(await accounts({ name: `Other ${name}` })).toHaveLength(2);
  });

  it('leaves a membership ended that somebody ended', async () => {
    const [userId, groupId] = [unique(), unique()];
    await group({ userId, groupId });
    const [membership] = await members({ externalId: groupId });
    const { documentId } = membership as Entry;
    await accountsOf(site).memberships.update({ documentId, data: { until: '2020-01-31' } });
    await group({ userId, groupId });
    expect(await members({ externalId: groupId })).toMatchObject([{ until: '2020-01-31' }]);
  });

  it('counts for a browser whose contact is known, not for an anonymous one', async () => {
    const [known, anonymous, groupId] = [randomUUID(), randomUUID(), unique()];
    await send('identify', { anonymousId: known, traits: { email: email() } });
    await send('page', { anonymousId: anonymous });
    await group({ anonymousId: anonymous, groupId });
    expect(await accounts({ externalId: groupId })).toEqual([]);
    await group({ anonymousId: known, groupId });
    const { document_id: documentId } = await contactOf(site, known);
    expect(await members({ externalId: groupId })).toMatchObject([{ contact: { documentId } }]);
  });

  it('changes nobody whose address a browser only typed, unless the user is named too', async () => {
    const [visitor, address, groupId, userId] = [randomUUID(), email(), unique(), unique()];
    await accountsOf(site).newContact({ email: address, externalId: userId });
    await collect(site, { visitor, events: [event()] }).expect(202);
    await identify(site, { visitor, traits: { email: address } }).expect(202);
    expect(await contactOf(site, visitor)).toMatchObject({ email: address, link: 'claimed' });
    await group({ anonymousId: visitor, groupId });
    expect(await accounts({ externalId: groupId })).toEqual([]);
    await group({ anonymousId: visitor, userId, groupId });
    expect(await members({ externalId: groupId })).toHaveLength(1);
  });

  it('stands in its place among the messages of a batch', async () => {
    const [userId, address, groupId] = [unique(), email(), unique()];
    const anonymousId = randomUUID();
    const batch = [
      { type: 'page', anonymousId },
      { type: 'identify', anonymousId, userId, traits: { email: address } },
      { type: 'group', anonymousId, groupId, traits: { name: 'Batch' } },
      { type: 'group', anonymousId },
    ];
    await send('batch', { batch }).expect(200);
    expect(await members({ externalId: groupId })).toMatchObject([{ contact: { email: address } }]);
  });

  it('makes one account of many that arrive at once', async () => {
    const groupId = unique();
    const users = Array.from({ length: 6 }, () => unique());
    await Promise.all([...users, ...users].map((userId) => group({ userId, groupId })));
    expect(await accounts({ externalId: groupId })).toHaveLength(1);
    expect(await members({ externalId: groupId })).toHaveLength(users.length);
  });

  it('costs the other messages nothing when the site’s own rules refuse the account', async () => {
    const [userId, groupId] = [unique(), unique()];
    site.strapi.documents.use(((context: { params: { data?: Entry } }, next: () => unknown) => {
      if (context.params.data?.externalId === groupId) throw new errors.ValidationError('No');
      return next();
    }) as never);
    const batch = [
      { type: 'group', userId, groupId },
      { type: 'identify', userId, traits: { firstName: 'Ann' } },
    ];
    await send('batch', { batch }).expect(200);
    expect(await accounts({ externalId: groupId })).toEqual([]);
    const contacts = documentsOf(site, CONTACT_UID);
    expect(await contacts.findMany({ filters: { externalId: userId } })).toMatchObject([
      { firstName: 'Ann' },
    ]);
  });

  it('takes the write key only', async () => {
    const groupId = unique();
    await site.http.post('/cm/v1/group').send({ userId: unique(), groupId }).expect(401);
    expect(await accounts({ externalId: groupId })).toEqual([]);
  });
});
