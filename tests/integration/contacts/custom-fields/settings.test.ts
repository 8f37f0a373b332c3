/** Fields as the settings page makes, changes, orders, deletes and restores them. */
import { CONTACT_UID } from '../../../../server/src/modules/contacts';
import { mergeContacts } from '../../../../server/src/modules/identity/merge';
import { CUSTOM_FIELD_UID } from '../../../../server/src/platform/fields/contract';
import { startPurges } from '../../../../server/src/platform/fields/purge';
import { bulkOf } from '../../../support/bulk';
import { addField, ask, draftOf, foundBy, jobsDone, options } from '../../../support/custom-fields';
import { documentsOf } from '../../../support/documents';
import { startSite, type TestSite } from '../../../support/strapi';

jest.setTimeout(120_000);

let site: TestSite;
beforeEach(async () => {
  site ??= await startSite();
  for (const table of ['cm_contacts', 'cm_custom_fields', 'cm_custom_values', 'cm_contact_words']) {
    await site.strapi.db.connection(table).delete();
  }
});
afterAll(() => site.stop());

const contacts = () => documentsOf(site, CONTACT_UID);
const create = (firstName: string, customFields: object) =>
  contacts().create({ data: { firstName, customFields } });
const list = async () => (await ask(site, 'get', '/custom-fields')).body.data;
const names = async () => (await list()).map(({ name }: { name: string }) => name);
const catalogue = async (): Promise<string[]> => {
  const { body } = await ask(site, 'get', '/contacts/fields');
  return (body.data as { name: string }[])
    .map(({ name }) => name)
    .filter((name) => name.startsWith('customFields.'));
};

describe('a new field', () => {
  it.each([
    ['that has one of our names', { name: 'email' }, 'A contact has the field email already'],
    ['that looks like ours', { name: 'first_name' }, 'A contact has the field firstName already'],
    ['called after the values', { name: 'custom_fields' }, 'has the field customFields already'],
    ['called like what is shown', { name: 'display_name' }, 'has the field displayName already'],
    ['with a dot', { name: 'a.b' }, 'A code starts with a letter'],
    ['with a space', { name: 'shoe size' }, 'A code starts with a letter'],
    ['with capitals', { name: 'shoeSize' }, 'A code starts with a letter'],
    ['called __proto__', { name: '__proto__' }, 'A code starts with a letter'],
    ['called constructor', { name: 'constructor' }, '"constructor" cannot be a code'],
    ['without a name', { displayName: '  ' }, 'displayName'],
    ['of a kind there is not', { kind: 'color' }, 'kind must be one of'],
    ['of an entity there is not', { entity: 'order' }, 'entity must be one of contact'],
    ['with a choice of nothing', { kind: 'select' }, 'Give it at least one option'],
    [
      'with an option twice',
      { kind: 'select', options: [...options('a'), ...options('a')] },
      'The option "a" is there twice',
    ],
    ['with a comma', { kind: 'select', options: options('a,b') }, 'may not hold a comma'],
    ['of text with options', { options: options('a') }, 'Only choices have options'],
    ['with a default that does not fit', { kind: 'number', defaultValue: 'x' }, 'The default must'],
    ['with parts there are not', { colour: 'red' }, 'colour'],
    ['with NUL in its name', { displayName: 'a\u0000b' }, 'displayName'],
  ])('%s is refused', async (_what, part, message) => {
    const { status, body } = await ask(site, 'post', '/custom-fields').send({
      ...draftOf({ name: 'fine', kind: 'text' }),
      ...part,
    });
    if (_what === 'with NUL in its name') {
      // Control characters are taken out, as everywhere.
      expect([status, body.data.displayName]).toEqual([201, 'ab']);
      return;
    }
    expect([status, body.error?.message]).toEqual([400, expect.stringContaining(message)]);
    expect(await names()).toEqual([]);
  });

  it('is in the catalogue at once, on the card, in lists and filters', async () => {
    await addField(site, {
      name: 'tier',
      kind: 'select',
      displayName: 'Tier',
      help: 'Their plan',
      section: 'Loyalty',
      options: options('gold'),
    });
    const { body } = await ask(site, 'get', '/contacts/fields');
    expect(body.data.at(-1)).toEqual({
      name: 'customFields.tier',
      type: 'enumeration',
      label: 'Tier',
      required: false,
      enum: ['gold'],
      core: false,
      editable: true,
      sortable: false,
      filterable: true,
      listable: true,
      editor: 'plain',
      group: 'custom',
      filter: { parameter: 'customFields.tier', way: 'options' },
      custom: {
        kind: 'select',
        help: 'Their plan',
        section: 'Loyalty',
        options: [{ value: 'gold', label: 'GOLD' }],
        defaultValue: null,
      },
    });
    const { documentId } = await create('Ann', { tier: 'gold' });
    const card = await ask(site, 'get', `/contacts/${documentId}`);
    expect(card.body.data.customFields).toEqual({ tier: 'gold' });
    const page = await ask(site, 'get', '/contacts');
    expect(page.body.data[0].customFields).toEqual({ tier: 'gold' });
  });

  it('made ten times at once is made once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, () =>
        ask(site, 'post', '/custom-fields').send(draftOf({ name: 'race', kind: 'text' }))
      )
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(9).fill(400)]);
    const refused = answers.find(({ status }) => status === 400);
    expect(refused?.body.error.message).toBe('Another field has this code');
  });
});

describe('a field that is changed', () => {
  it('keeps its values under another name', async () => {
    const { documentId } = await addField(site, { name: 'size', kind: 'number' });
    await create('Ann', { size: 41 });
    const { body } = await ask(site, 'put', `/custom-fields/${documentId}`).send({
      displayName: 'Shoe size',
    });
    expect(body.data).toMatchObject({ name: 'size', displayName: 'Shoe size' });
    expect(await foundBy(site, { 'customFields.size.from': '41' })).toEqual(['Ann']);
  });

  it.each([
    ['kind', 'text'],
    ['name', 'other'],
    ['entity', 'account'],
  ])('keeps its %s', async (part, value) => {
    const { documentId } = await addField(site, { name: 'size', kind: 'number' });
    const { status, body } = await ask(site, 'put', `/custom-fields/${documentId}`).send({
      [part]: value,
    });
    expect([status, body.error.message]).toEqual([
      400,
      `The ${part} of a field cannot be changed: make another field`,
    ]);
  });

  it('lets go of an option, which stays with who has it and comes back with its index', async () => {
    const { documentId } = await addField(site, {
      name: 'tier',
      kind: 'select',
      options: options('gold', 'silver'),
    });
    const ann = await create('Ann', { tier: 'gold' });
    const change = (values: string[]) =>
      ask(site, 'put', `/custom-fields/${documentId}`).send({ options: options(...values) });
    await change(['silver']);
    await jobsDone(site);
    expect(await foundBy(site, { 'customFields.tier': 'gold' })).toEqual([]);
    const write = (customFields: object) =>
      contacts().update({ documentId: ann.documentId, data: { customFields } });
    await expect(write({ tier: 'gold' })).resolves.toMatchObject({
      customFields: { tier: 'gold' },
    });
    await expect(create('Bob', { tier: 'gold' })).rejects.toThrow('has no option "gold"');
    await change(['gold', 'silver']);
    await jobsDone(site);
    expect(await foundBy(site, { 'customFields.tier': 'gold' })).toEqual(['Ann']);
  });

  it('is answered with 404 when it is not there', async () => {
    for (const [method, path] of [
      ['put', '/custom-fields/nobody'],
      ['delete', '/custom-fields/nobody'],
      ['get', '/custom-fields/nobody/usage'],
      ['post', '/custom-fields/nobody/restore'],
    ] as const) {
      expect([path, (await ask(site, method, path)).status]).toEqual([path, 404]);
    }
  });
});

describe('the order of fields', () => {
  it('of two people at once is the whole order of one of them', async () => {
    const fields = [];
    for (const name of ['a', 'b', 'c', 'd'])
      fields.push(await addField(site, { name, kind: 'text' }));
    const ids = fields.map(({ documentId }) => documentId);
    const orders = [ids, [...ids].reverse(), [...ids.slice(2), ...ids.slice(0, 2)]];
    const answers = await Promise.all(
      orders.map((documentIds) =>
        ask(site, 'put', '/custom-fields/order').send({ entity: 'contact', documentIds })
      )
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(['abcd', 'dcba', 'cdab']).toContain((await names()).join(''));
    expect((await catalogue()).map((name) => name.at(-1)).join('')).toBe((await names()).join(''));
  });

  it('is refused when it does not name every field once', async () => {
    const { documentId } = await addField(site, { name: 'a', kind: 'text' });
    await addField(site, { name: 'b', kind: 'text' });
    for (const documentIds of [[], [documentId], [documentId, documentId], 'a', [1, 2]]) {
      const { status } = await ask(site, 'put', '/custom-fields/order').send({
        entity: 'contact',
        documentIds,
      });
      expect([documentIds, status]).toEqual([documentIds, 409]);
    }
  });
});

describe('a field that is deleted', () => {
  const make = async () => {
    const field = await addField(site, { name: 'motto', kind: 'text', displayName: 'Motto' });
    const ann = await create('Ann', { motto: 'carpe diem' });
    await create('Bob', { motto: 'other' });
    return { field, ann };
  };
  const remove = (documentId: string) => ask(site, 'delete', `/custom-fields/${documentId}`);
  const restore = (documentId: string) => ask(site, 'post', `/custom-fields/${documentId}/restore`);

  it('tells how many values go, and is hidden at once wherever values are seen', async () => {
    const { field, ann } = await make();
    const usage = await ask(site, 'get', `/custom-fields/${field.documentId}/usage`);
    expect(usage.body.data).toEqual({ values: 2 });
    const { body } = await remove(field.documentId);
    expect(body.data).toMatchObject({ values: 2, name: 'motto' });
    expect(Date.parse(body.data.goneAt) - Date.parse(body.data.deletedAt)).toBe(30 * 86_400_000);
    expect(await catalogue()).toEqual([]);
    expect((await contacts().findOne({ documentId: ann.documentId }))?.customFields).toEqual({});
    const rest = await site.http
      .get(`/api/contact-management/contacts/${ann.documentId}`)
      .auth(site.apiToken, { type: 'bearer' });
    expect(rest.body.data.customFields).toEqual({});
    const listed = await ask(site, 'get', '/contacts');
    expect(JSON.stringify(listed.body)).not.toContain('carpe');
    expect(await foundBy(site, { 'customFields.motto': 'carpe' })).toEqual([
      'There is no filter "customFields.motto"',
    ]);
    await expect(create('Eve', { motto: 'x' })).rejects.toThrow('There is no custom field "motto"');
    await jobsDone(site);
    expect(await foundBy(site, { q: 'carpe' })).toEqual([]);
  });

  it('comes back with its values, also those of contacts that were changed since', async () => {
    const { field, ann } = await make();
    await addField(site, { name: 'other', kind: 'number' });
    await remove(field.documentId);
    await contacts().update({
      documentId: ann.documentId,
      data: { lastName: 'Changed', customFields: { other: 1 } },
    });
    await jobsDone(site);
    const { body } = await restore(field.documentId);
    expect(body.data).toMatchObject({ deletedAt: null, goneAt: null });
    await jobsDone(site);
    expect((await contacts().findOne({ documentId: ann.documentId }))?.customFields).toEqual({
      motto: 'carpe diem',
      other: 1,
    });
    expect(await foundBy(site, { 'customFields.motto': 'carpe' })).toEqual(['Ann Changed']);
    expect(await foundBy(site, { q: 'carpe' })).toEqual(['Ann Changed']);
    expect((await restore(field.documentId)).status).toBe(200);
  });

  it('keeps its code until it is gone', async () => {
    const { field } = await make();
    await remove(field.documentId);
    const again = await ask(site, 'post', '/custom-fields').send(
      draftOf({ name: 'motto', kind: 'text' })
    );
    expect(again.body.error.message).toBe(
      'A deleted field has the code motto: restore it, or choose another code'
    );
  });

  it('is gone with its values after 30 days, and not a day before', async () => {
    const { field, ann } = await make();
    const kept = await addField(site, { name: 'kept', kind: 'number' });
    const young = await addField(site, { name: 'young', kind: 'number' });
    const data = { customFields: { kept: 1, young: 2 } };
    await contacts().update({ documentId: ann.documentId, data });
    await remove(field.documentId);
    await remove(young.documentId);
    const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);
    const age = (documentId: string, days: number) =>
      site.strapi.db
        .query(CUSTOM_FIELD_UID)
        .update({ where: { documentId }, data: { deletedAt: daysAgo(days) } });
    await age(field.documentId, 30.1);
    await age(young.documentId, 29.9);
    await jobsDone(site);
    await startPurges(site.strapi);
    await jobsDone(site);
    expect(await names()).toEqual(['kept', 'young']);
    const row = await site.strapi.db.query(CONTACT_UID).findOne({ where: { firstName: 'Ann' } });
    expect(row.customFields).toEqual({ kept: 1, young: 2 });
    const bob = await site.strapi.db.query(CONTACT_UID).findOne({ where: { firstName: 'Bob' } });
    expect(bob.customFields).toBeNull();
    expect((await restore(field.documentId)).status).toBe(404);
    await addField(site, { name: 'motto', kind: 'text' });
    expect(await foundBy(site, { 'customFields.motto.empty': 'false' })).toEqual([]);
    expect(await foundBy(site, { 'customFields.kept.from': '1' })).toEqual(['Ann']);
    expect(kept.name).toBe('kept');
  });

  describe('while a contact that had a value is deleted itself', () => {
    const { bulk, undo } = bulkOf(() => site);
    const deleteForAMonth = async () => {
      const { field, ann } = await make();
      await addField(site, { name: 'kept', kind: 'number' });
      const data = { customFields: { kept: 1 } };
      await contacts().update({ documentId: ann.documentId, data });
      const selection = { documentIds: [ann.documentId] };
      const { batchId } = await bulk({ action: 'delete', selection });
      await remove(field.documentId);
      await jobsDone(site);
      await site.strapi.db.query(CUSTOM_FIELD_UID).update({
        where: { documentId: field.documentId },
        data: { deletedAt: new Date(Date.now() - 31 * 86_400_000) },
      });
      return batchId;
    };
    const purge = async () => {
      await startPurges(site.strapi);
      await jobsDone(site);
    };
    const valuesOfAnn = async () =>
      (await site.strapi.db.query(CONTACT_UID).findOne({ where: { firstName: 'Ann' } }))
        .customFields;

    it.each(['text', 'number'] as const)(
      'gives nothing to another field of its code, which is a %s',
      async (kind) => {
        const batchId = await deleteForAMonth();
        await purge();
        const kept = site.strapi.db.connection('cm_bulk_kept_rows');
        expect(JSON.stringify(await kept.where('batch_id', batchId))).not.toContain('carpe');
        await addField(site, { name: 'motto', kind });
        expect((await undo(batchId)).result).toMatchObject({ restored: 1 });
        expect(await valuesOfAnn()).toEqual({ kept: 1 });
        expect(await foundBy(site, { 'customFields.kept.from': '1' })).toEqual(['Ann']);
        expect(await foundBy(site, { 'customFields.motto.empty': 'false' })).toEqual([]);
      }
    );

    it('is not brought back by an undo once its time is over', async () => {
      const batchId = await deleteForAMonth();
      await undo(batchId);
      expect(await valuesOfAnn()).toEqual({ kept: 1 });
      await purge();
    });

    it('is brought back with what a field that came instead can hold, and without the rest', async () => {
      const batchId = await deleteForAMonth();
      // As if the values had been kept before they were removed from there too.
      await site.strapi.db.query(CUSTOM_FIELD_UID).deleteMany({ where: { name: 'motto' } });
      await addField(site, { name: 'motto', kind: 'number' });
      await undo(batchId);
      expect(await valuesOfAnn()).toEqual({ kept: 1 });
      expect(await foundBy(site, { 'customFields.motto.empty': 'false' })).toEqual([]);
    });
  });

  it('cannot be deleted past the settings, where its values would be left behind', async () => {
    const { field } = await make();
    await expect(
      documentsOf(site, CUSTOM_FIELD_UID).delete({ documentId: field.documentId })
    ).rejects.toThrow('its values go with it');
  });
});

describe('two contacts that become one', () => {
  it('keep the values of the one that stays, and fill what it has none of', async () => {
    await addField(site, { name: 'tier', kind: 'text' });
    await addField(site, { name: 'motto', kind: 'text' });
    const stays = await create('Stays', { tier: 'gold' });
    const goes = await create('Goes', { tier: 'silver', motto: 'carpe diem' });
    await site.strapi.db.transaction(async ({ trx }) => {
      const merge = { from: goes.id, into: stays.id, reason: 'test', by: 'site', at: Date.now() };
      await mergeContacts(site.strapi, trx as never, merge);
    });
    const read = await contacts().findOne({ documentId: stays.documentId });
    expect(read?.customFields).toEqual({ tier: 'gold', motto: 'carpe diem' });
    expect(await foundBy(site, { 'customFields.motto': 'carpe' })).toEqual(['Stays']);
    expect(await foundBy(site, { 'customFields.tier': 'silver' })).toEqual([]);
    expect(await foundBy(site, { q: 'carpe' })).toEqual(['Stays']);
    const left = await site.strapi.db.connection('cm_custom_values').pluck('contact_id');
    expect(new Set(left.map(Number))).toEqual(new Set([stays.id]));
  });
});

describe('after an import emptied the index', () => {
  it('it is made again at the next boot, once', async () => {
    await addField(site, { name: 'tier', kind: 'text' });
    await create('Ann', { tier: 'gold' });
    await jobsDone(site);
    await site.strapi.db.connection('cm_jobs').delete();
    await site.strapi.db.connection('cm_custom_values').delete();
    expect(await foundBy(site, { 'customFields.tier': 'gold' })).toEqual([]);
    await site.restart();
    await jobsDone(site);
    expect(await foundBy(site, { 'customFields.tier': 'gold' })).toEqual(['Ann']);
    const before = await site.strapi.db.connection('cm_jobs').pluck('id');
    await site.restart();
    expect(await site.strapi.db.connection('cm_jobs').pluck('id')).toEqual(before);
  });
});
