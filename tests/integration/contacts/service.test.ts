/** What other modules rely on: set-based changes, erasure, events after the commit. */
import { CONTACT_UID, contacts } from '../../../server/src/modules/contacts';
import { events } from '../../../server/src/platform/plugin';
import { contactDataOwners } from '../../../server/src/platform/contact-data';
import { documentsOf, rowsOf } from '../../support/documents';
import { startSite, type TestSite } from '../../support/strapi';

jest.setTimeout(120_000);

let site: TestSite;
let seen: { name: string; payload: unknown }[] = [];
beforeAll(async () => {
  site = await startSite();
  const bus = events(site.strapi);
  const { emit } = bus;
  bus.emit = async (name, payload) => {
    // What the timeline makes of these is its own module's business.
    if (name.startsWith('contact.')) seen.push({ name, payload });
    await emit(name, payload);
  };
});
beforeEach(() => {
  seen = [];
});
afterAll(() => site.stop());

const documents = () => documentsOf(site, CONTACT_UID);
const create = (data: object) => documents().create({ data });
const names = () => seen.map(({ name }) => name);
const historyOf = (contactId: number) =>
  rowsOf(site, 'plugin::contact-management.state-history', { contactId });

describe('events', () => {
  it('tell of a new contact, what changed, and its end', async () => {
    const { id: contactId, documentId } = await create({ email: 'events@site.test' });
    expect(seen).toEqual([{ name: 'contact.created', payload: [{ contactId, documentId }] }]);
    seen = [];
    await documents().update({ documentId, data: { firstName: 'Ann', state: 'client' } });
    expect(names()).toEqual(['contact.state-changed', 'contact.changed']);
    expect(seen[0]?.payload).toMatchObject([{ contactId, from: 'prospect', to: 'client' }]);
    expect(seen[1]?.payload).toEqual([{ contactId, documentId, fields: ['firstName', 'state'] }]);
    seen = [];
    await documents().update({ documentId, data: { firstName: 'Ann' } });
    expect(seen).toEqual([]);
    await documents().delete({ documentId });
    expect(seen).toEqual([
      { name: 'contact.deleted', payload: { contactIds: [contactId], documentIds: [documentId] } },
    ]);
  });

  it('wait for the commit of whoever opened the transaction, and come once', async () => {
    await site.strapi.db.transaction(async () => {
      await create({ email: 'outer@site.test' });
      await create({ email: 'outer-2@site.test' });
      expect(seen).toEqual([]);
    });
    await new Promise(setImmediate);
    expect(names()).toEqual(['contact.created', 'contact.created']);
  });

  it('are not emitted for what was rolled back', async () => {
    await expect(
      site.strapi.db.transaction(async () => {
        await create({ email: 'undone@site.test' });
        throw new Error('undo');
      })
    ).rejects.toThrow('undo');
    await new Promise(setImmediate);
    expect(seen).toEqual([]);
  });
});

describe('changing the state of many contacts', () => {
  it('moves those that are allowed to, and says which', async () => {
    const prospect = await create({ state: 'prospect' });
    const made = [prospect, await create({ state: 'partner' }), await create({ state: 'client' })];
    seen = [];
    const changes = await contacts(site.strapi).changeState({
      contactIds: made.map(({ id }) => id),
      to: 'client',
      onlyFrom: ['prospect', 'client'],
      by: 'site',
      why: 'purchase',
    });
    expect(changes).toMatchObject([
      { contactId: prospect.id, from: 'prospect', to: 'client', by: 'site', why: 'purchase' },
    ]);
    expect(seen).toEqual([{ name: 'contact.state-changed', payload: changes }]);
    const states = await documents().findMany({
      filters: { id: { $in: made.map(({ id }) => id) } },
      sort: 'id',
    });
    expect(states.map(({ state }) => state)).toEqual(['client', 'partner', 'client']);
    expect(await historyOf(prospect.id)).toMatchObject([{ from: 'prospect', to: 'client' }]);
  });

  it('belongs to the transaction it is given, and leaves the events to its owner', async () => {
    const { id } = await create({});
    seen = [];
    const move = { contactIds: [id], to: 'client' as const, by: 'site', why: '' };
    await expect(
      site.strapi.db.transaction(async ({ trx }) => {
        await contacts(site.strapi).changeState(move, trx);
        throw new Error('undo');
      })
    ).rejects.toThrow('undo');
    expect(await historyOf(id)).toEqual([]);
    await site.strapi.db.transaction(async ({ trx }) => {
      await contacts(site.strapi).changeState(move, trx);
    });
    expect(await historyOf(id)).toHaveLength(1);
    expect(seen).toEqual([]);
  });

  it('does nothing for nobody', async () => {
    const move = { contactIds: [], to: 'client' as const, by: 'site', why: '' };
    await expect(contacts(site.strapi).changeState(move)).resolves.toEqual([]);
    expect(seen).toEqual([]);
  });
});

describe('erasing contacts', () => {
  it('asks every module to erase what it holds, and removes them', async () => {
    const { id, documentId } = await create({ email: 'erase@site.test' });
    await documents().update({ documentId, data: { state: 'client' } });
    seen = [];
    const erased = await contacts(site.strapi).erase([documentId, 'unknown']);
    expect(erased).toEqual({ contactIds: [id], documentIds: [documentId] });
    expect(seen).toEqual([{ name: 'contact.deleted', payload: erased }]);
    expect(await historyOf(id)).toEqual([]);
    expect(await documents().findOne({ documentId })).toBeNull();
  });

  it('is undone with the transaction', async () => {
    const { documentId } = await create({ email: 'keep@site.test' });
    await expect(
      site.strapi.db.transaction(async ({ trx }) => {
        await contacts(site.strapi).erase([documentId], trx);
        throw new Error('undo');
      })
    ).rejects.toThrow('undo');
    expect(await documents().findOne({ documentId })).toBeTruthy();
  });
});

describe('the history of states', () => {
  it('follows a contact into another one, and is handed out on request', async () => {
    const [from, into] = await Promise.all([create({}), create({})]);
    await documents().update({ documentId: from.documentId, data: { state: 'client' } });
    const owner = contactDataOwners(site.strapi).find(({ module }) => module === 'contacts');
    await site.strapi.db.transaction(({ trx }) =>
      owner?.data.reassign(site.strapi, trx, { from: from.id, into: into.id })
    );
    expect(await historyOf(into.id)).toHaveLength(1);
    expect(await owner?.data.export(site.strapi, into.id)).toMatchObject({
      stateHistory: [{ field: 'state', from: 'prospect', to: 'client', by: 'site' }],
    });
  });
});

describe('finding a contact', () => {
  it('takes an e-mail as it was typed', async () => {
    const { id } = await create({ email: 'find@site.test' });
    const find = (email: string) => contacts(site.strapi).findByEmail(email);
    await expect(find(' Find@Site.TEST ')).resolves.toMatchObject({ id, kind: 'known' });
    await expect(find('nobody@site.test')).resolves.toBeNull();
    await expect(find('not an address')).resolves.toBeNull();
  });
});
