/** Fields of the settings on accounts: through every door, in lists, and to their end. */
import { ACCOUNT_UID } from '../../../server/src/modules/accounts';
import { CUSTOM_FIELD_UID } from '../../../server/src/platform/fields/contract';
import { startPurges } from '../../../server/src/platform/fields/purge';
import { events } from '../../../server/src/platform/plugin';
import { accountsOf } from '../../support/accounts';
import { addField, ask, jobsDone, options } from '../../support/custom-fields';
import type { Entry } from '../../support/documents';
import { doorsOf } from '../../support/doors';
import { addGraphql } from '../../support/graphql';
import { startSite, type TestSite } from '../../support/strapi';

jest.setTimeout(120_000);

let site: TestSite;
beforeAll(async () => {
  site = await startSite({ prepare: addGraphql });
});
afterAll(() => site.stop());

const VALUES_TABLE = 'cm_account_custom_values';
const ACCOUNT_DOOR = { uid: ACCOUNT_UID, path: 'accounts', graphql: 'Account' };

beforeEach(async () => {
  for (const table of ['cm_accounts', 'cm_contacts', 'cm_custom_fields', VALUES_TABLE]) {
    await site.strapi.db.connection(table).delete();
  }
});

const on = () => accountsOf(site);
const field = (name: string, kind: 'text' | 'number' | 'select', part: object = {}) =>
  addField(site, {
    entity: 'account',
    name,
    kind,
    ...(kind === 'select' ? { options: options('gold', 'silver') } : {}),
    ...part,
  });
const account = (name: string, customFields: object = {}): Promise<Entry> =>
  on().newAccount(name, { customFields });
const valuesOf = async ({ documentId }: Pick<Entry, 'documentId'>) =>
  (await on().accounts.findOne({ documentId }))?.customFields;
/** Names of the accounts that a list's query matches, or why it matches none. */
const found = async (query: object): Promise<string[]> => {
  const { body } = await ask(site, 'get', '/accounts').query(query);
  if (body.error) return [body.error.message];
  return (body.data as { name: string }[]).map(({ name }) => name);
};
const indexed = async (): Promise<number[]> => {
  const ids: unknown[] = await site.strapi.db.connection(VALUES_TABLE).pluck('account_id');
  return [...new Set(ids.map(Number))].sort((left, right) => left - right);
};

describe('values', () => {
  it('are checked, stored and found through every door', async () => {
    await field('tier', 'select');
    await field('seats', 'number', { displayName: 'Seats' });
    for (const door of doorsOf(site, ACCOUNT_DOOR)) {
      const name = `By ${door.name}`;
      const made = await door.create({ name, customFields: { tier: 'gold', seats: '41.5' } });
      expect(await valuesOf(made)).toEqual({ tier: 'gold', seats: 41.5 });
      const both = { 'customFields.seats.from': '41.5', 'customFields.tier': 'gold' };
      expect(await found(both)).toEqual([name]);
      const wrong = door.update(made.documentId, { customFields: { seats: 'many' } });
      await expect(wrong).rejects.toThrow('Seats (seats) must be a number');
      await expect(door.create({ name, customFields: { nosuch: 1 } })).rejects.toThrow(
        'There is no custom field "nosuch"'
      );
      await door.update(made.documentId, { customFields: { seats: null } });
      expect(await valuesOf(made)).toEqual({ tier: 'gold' });
      expect(await found(both)).toEqual([]);
      await door.remove(made.documentId);
      expect(await indexed()).toEqual([]);
    }
  });

  it('are on the card, which names every field that is wrong at once', async () => {
    await field('tier', 'select');
    const acme = await account('Acme');
    const put = (data: object) => ask(site, 'put', `/accounts/${acme.documentId}`).send({ data });
    const { body } = await put({ city: 'Brno', customFields: { tier: 'gold' } });
    expect(body.data).toMatchObject({ city: 'Brno', customFields: { tier: 'gold' } });
    const wrong = await put({ country: 'Nowhere', customFields: { tier: 'platinum' } });
    expect(wrong.status).toBe(400);
    expect(
      wrong.body.error.details.errors.map(({ path }: { path: string[] }) => path.join('.'))
    ).toEqual(['country', 'customFields.tier']);
  });

  it('are given by default and asked for where they are required', async () => {
    const tier = await field('tier', 'select', { defaultValue: 'gold' });
    await field('plan', 'text', { defaultValue: '042' });
    await ask(site, 'put', `/custom-fields/${tier.documentId}`).send({ defaultValue: 'silver' });
    await field('number', 'text', { required: true });
    await expect(account('Acme')).rejects.toThrow('number (number) is required');
    const acme = await account('Acme', { number: 'C-1' });
    expect(await valuesOf(acme)).toEqual({ tier: 'silver', plan: '042', number: 'C-1' });
  });

  it('go into a copy, which is found as well', async () => {
    await field('tier', 'select');
    const acme = await account('Acme', { tier: 'gold' });
    await on().accounts.clone({ documentId: acme.documentId, data: { name: 'Copy' } });
    expect(await found({ 'customFields.tier': 'gold' })).toEqual(['Acme', 'Copy']);
  });

  it('are told with the change of an account', async () => {
    await field('seats', 'number');
    const acme = await account('Acme', { seats: 1 });
    const told: unknown[] = [];
    const emit = jest.spyOn(events(site.strapi), 'emit').mockImplementation((name, payload) => {
      told.push([name, payload]);
      return Promise.resolve();
    });
    await on().accounts.update({
      documentId: acme.documentId,
      data: { customFields: { seats: 2 } },
    });
    emit.mockRestore();
    expect(told).toEqual([
      [
        'account.changed',
        [{ accountId: acme.id, documentId: acme.documentId, fields: ['customFields'] }],
      ],
    ]);
  });

  it('of one code are another thing on contacts', async () => {
    await field('tier', 'select');
    await addField(site, { name: 'tier', kind: 'number' });
    await account('Acme', { tier: 'gold' });
    await on().newContact({ firstName: 'Ann', customFields: { tier: 7 } });
    const people = await ask(site, 'get', '/contacts').query({ 'customFields.tier.from': 7 });
    expect(people.body.data).toMatchObject([{ displayName: 'Ann' }]);
    expect(await found({ 'customFields.tier': 'gold' })).toEqual(['Acme']);
    const { body } = await ask(site, 'get', '/custom-fields').query({ entity: 'account' });
    expect(body.data).toMatchObject([{ name: 'tier', kind: 'select' }]);
  });
});

describe('the list', () => {
  beforeEach(async () => {
    await field('tier', 'select', { displayName: 'Tier' });
    await field('number', 'text');
    await field('note', 'text');
    await account('Acme', { tier: 'gold', number: 'Žluť 77' });
    await account('Birch', { tier: 'silver', number: 'X-1' });
    await account('Cedar');
  });

  it('has them as columns and filters, after the attributes', async () => {
    const { body } = await ask(site, 'get', '/accounts/fields');
    expect(body.data.slice(-3)[0]).toMatchObject({
      name: 'customFields.tier',
      label: 'Tier',
      listable: true,
      editable: true,
      group: 'custom',
      filter: { parameter: 'customFields.tier', way: 'options' },
    });
    const list = await ask(site, 'get', '/accounts');
    expect(list.body.data[0]).toMatchObject({ customFields: { tier: 'gold', number: 'Žluť 77' } });
  });

  it.each<[object, string[]]>([
    [{ 'customFields.tier': 'gold,silver' }, ['Acme', 'Birch']],
    [{ 'customFields.tier': 'gold', q: 'birch' }, []],
    [{ 'customFields.number': 'zlut' }, ['Acme']],
    [{ 'customFields.number.empty': 'true' }, ['Cedar']],
    [{ 'customFields.nosuch': 'x' }, ['There is no filter "customFields.nosuch"']],
    [{ q: 'zlut 77' }, ['Acme']],
    [{ q: 'gold' }, []],
  ])('is narrowed and searched by %j', async (query, expected) => {
    expect(await found(query)).toEqual(expected);
    const count = await ask(site, 'get', '/accounts/count').query(query);
    const refused = expected[0]?.startsWith('There is no');
    expect(count.body.count).toBe(refused ? undefined : expected.length);
  });

  it('is exported with them', async () => {
    const query = { columns: 'customFields.tier,customFields.number', 'customFields.tier': 'gold' };
    const { text } = await ask(site, 'get', '/accounts/export').query(query);
    expect(text.split('\r\n').slice(0, 2)).toEqual([
      '\uFEFF"name","customFields.tier","customFields.number"',
      '"Acme","gold","Žluť 77"',
    ]);
    const unknown = { columns: 'customFields.nosuch' };
    await ask(site, 'get', '/accounts/export').query(unknown).expect(400);
    await ask(site, 'get', '/accounts/export').query({ 'customFields.nosuch': 'x' }).expect(400);
  });

  it('is changed in bulk as far as they narrow it, and not at all by one there is not', async () => {
    const { body } = await ask(site, 'get', '/owners');
    const value = body.data[0].id as number;
    const bulk = (filter: object) =>
      ask(site, 'post', '/accounts/bulk').send({ action: 'owner', value, selection: { filter } });
    expect((await bulk({ 'customFields.nosuch': 'x' })).status).toBe(400);
    await bulk({ 'customFields.tier': 'gold' }).expect(202);
    await jobsDone(site);
    expect(await found({ owner: String(value) })).toEqual(['Acme']);
  });

  it('is searched anew when a field’s text goes with another name and city', async () => {
    const [acme] = await on().accounts.findMany({ filters: { name: 'Acme' } });
    const documentId = String(acme?.documentId);
    await on().accounts.update({ documentId, data: { city: 'Brno' } });
    expect(await found({ q: 'brno zlut' })).toEqual(['Acme']);
    await on().accounts.update({ documentId, data: { customFields: null } });
    expect(await found({ q: 'zlut' })).toEqual([]);
  });
});

describe('a field that is deleted', () => {
  const remove = (documentId: string) => ask(site, 'delete', `/custom-fields/${documentId}`);
  const restore = (documentId: string) => ask(site, 'post', `/custom-fields/${documentId}/restore`);

  it('tells how many accounts have a value, is seen nowhere, and comes back', async () => {
    const { documentId } = await field('motto', 'text');
    const acme = await account('Acme', { motto: 'carpe diem' });
    expect((await ask(site, 'get', `/custom-fields/${documentId}/usage`)).body.data).toEqual({
      values: 1,
    });
    await remove(documentId).expect(200);
    await jobsDone(site);
    const card = await ask(site, 'get', `/accounts/${acme.documentId}`);
    expect(card.body.data.customFields).toEqual({});
    const rest = await site.http
      .get(`/api/contact-management/accounts/${acme.documentId}`)
      .auth(site.apiToken, { type: 'bearer' });
    expect(rest.body.data).toMatchObject({ name: 'Acme', customFields: {} });
    expect(await found({ q: 'carpe' })).toEqual([]);
    expect(await found({ 'customFields.motto': 'carpe' })).toEqual([
      'There is no filter "customFields.motto"',
    ]);
    await on().accounts.update({ documentId: acme.documentId, data: { name: 'Acme 2' } });
    await restore(documentId).expect(200);
    await jobsDone(site);
    expect(await found({ q: 'carpe' })).toEqual(['Acme 2']);
    expect(await found({ 'customFields.motto': 'carpe' })).toEqual(['Acme 2']);
  });

  it('is gone with its values after 30 days', async () => {
    const { documentId } = await field('motto', 'text');
    await field('seats', 'number');
    const acme = await account('Acme', { motto: 'carpe diem', seats: 1 });
    await account('Birch', { motto: 'alone' });
    await remove(documentId);
    const deletedAt = new Date(Date.now() - 30.1 * 86_400_000);
    await site.strapi.db
      .query(CUSTOM_FIELD_UID)
      .update({ where: { documentId }, data: { deletedAt } });
    await jobsDone(site);
    await startPurges(site.strapi);
    await jobsDone(site);
    const rows: Entry[] = await site.strapi.db
      .query(ACCOUNT_UID)
      .findMany({ orderBy: { name: 'asc' } });
    expect(rows.map(({ customFields }) => customFields)).toEqual([{ seats: 1 }, null]);
    expect(await indexed()).toEqual([acme.id]);
  });
});

describe('an account that is deleted', () => {
  const bulkDelete = async (selection: object) => {
    const { body } = await ask(site, 'post', '/accounts/bulk')
      .send({ action: 'delete', selection })
      .expect(202);
    await jobsDone(site);
    return String(body.batchId);
  };

  it('in bulk takes its values along, and brings them back with the undo', async () => {
    await field('motto', 'text');
    const late = await field('late', 'text');
    const acme = await account('Acme', { motto: 'carpe diem', late: 'never seen' });
    const birch = await account('Birch', { motto: 'other' });
    const batchId = await bulkDelete({ filter: { 'customFields.motto': 'carpe' } });
    expect(await indexed()).toEqual([birch.id]);
    await ask(site, 'delete', `/custom-fields/${late.documentId}`).expect(200);
    await ask(site, 'post', `/bulk-batches/${batchId}/undo`).expect(202);
    await jobsDone(site);
    expect(await indexed()).toEqual([acme.id, birch.id]);
    expect(await found({ 'customFields.motto': 'carpe' })).toEqual(['Acme']);
    expect(await found({ q: 'carpe' })).toEqual(['Acme']);
    expect(await found({ q: 'never' })).toEqual([]);
  });

  it('in bulk brings back no values of fields that are gone by then', async () => {
    await field('motto', 'text');
    await field('kept', 'text');
    const acme = await account('Acme', { motto: 'carpe diem', kept: 'here' });
    const batchId = await bulkDelete({ filter: { 'customFields.motto': 'carpe' } });
    await site.strapi.db.query(CUSTOM_FIELD_UID).deleteMany({ where: { name: 'motto' } });
    await field('motto', 'number');
    await ask(site, 'post', `/bulk-batches/${batchId}/undo`).expect(202);
    await jobsDone(site);
    expect(await valuesOf(acme)).toEqual({ kept: 'here' });
    expect(await found({ 'customFields.kept': 'here' })).toEqual(['Acme']);
  });

  it('takes its values along when another one takes its place', async () => {
    await field('motto', 'text');
    const [old, next] = [await account('Old', { motto: 'a' }), await account('Next')];
    await ask(site, 'delete', `/accounts/${old.documentId}?replaceWith=${next.documentId}`).expect(
      200
    );
    expect(await indexed()).toEqual([]);
  });
});

it('the indexes of contacts and of accounts are both made again after an import emptied them', async () => {
  await field('motto', 'text');
  await addField(site, { name: 'motto', kind: 'text' });
  const acme = await account('Acme', { motto: 'carpe diem' });
  await on().newContact({ firstName: 'Ann', customFields: { motto: 'carpe noctem' } });
  await jobsDone(site);
  for (const table of ['cm_jobs', VALUES_TABLE, 'cm_custom_values']) {
    await site.strapi.db.connection(table).delete();
  }
  await site.restart();
  await jobsDone(site);
  expect(await indexed()).toEqual([acme.id]);
  const people = await ask(site, 'get', '/contacts').query({ 'customFields.motto': 'carpe' });
  expect(people.body.data).toHaveLength(1);
});

it('in the CMS edition there are none to see or change, and all are kept', async () => {
  const { documentId } = await field('tier', 'select');
  const acme = await account('Acme', { tier: 'gold' });
  await site.restart({ config: { edition: 'cms' } });
  const refused = await ask(site, 'get', '/custom-fields').query({ entity: 'account' });
  expect(refused.body.error).toMatchObject({ message: 'entity must be one of contact' });
  const draft = { entity: 'account', name: 'size', displayName: 'Size', kind: 'number' };
  await ask(site, 'post', '/custom-fields').send(draft).expect(400);
  await ask(site, 'put', `/custom-fields/${documentId}`).send({ displayName: 'X' }).expect(404);
  await ask(site, 'delete', `/custom-fields/${documentId}`).expect(404);
  await ask(site, 'get', `/custom-fields/${documentId}/usage`).expect(404);
  await site.restart();
  expect(await found({ 'customFields.tier': 'gold' })).toEqual(['Acme']);
  expect(await valuesOf(acme)).toEqual({ tier: 'gold' });
});
