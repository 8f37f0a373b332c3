/** A site adds an attribute with the Content-Type Builder, as its admin would, and boots again. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { CONTACT_UID, CONTACTS_TABLE } from '../../../server/src/modules/contacts';
import { ask, foundBy } from '../../support/custom-fields';
import { documentsOf } from '../../support/documents';
import { startSite, type TestSite } from '../../support/strapi';

jest.setTimeout(180_000);

let site: TestSite;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.stop());

/** As the builder's form leaves out what is not set (`removeNullKeys` in its source). */
const withoutEmpty = (properties: object) =>
  Object.fromEntries(
    Object.entries(properties).filter(([, value]) =>
      typeof value === 'object' && value !== null
        ? Object.keys(value).length > 0
        : value !== null && value !== undefined
    )
  );

const builder = {
  read: async () => {
    const answer = await site.http
      .get('/content-type-builder/schema')
      .auth(site.adminToken, { type: 'bearer' })
      .expect(200);
    return answer.body.data.contentTypes[CONTACT_UID];
  },
  /** Sends what the builder's form sends: every attribute that it shows, and the new ones. */
  add: async (added: Record<string, object>) => {
    const { attributes, info } = await builder.read();
    const kept = attributes.map(({ name, ...properties }: { name: string }) => ({
      action: 'update',
      name,
      properties: withoutEmpty(properties),
    }));
    const fresh = Object.entries(added).map(([name, properties]) => ({
      action: 'create',
      name,
      properties,
    }));
    const change = {
      action: 'update',
      uid: CONTACT_UID,
      displayName: info.displayName,
      draftAndPublish: false,
      attributes: [...kept, ...fresh],
    };
    const answer = await site.http
      .post('/content-type-builder/update-schema')
      .auth(site.adminToken, { type: 'bearer' })
      .send({ data: { contentTypes: [change], components: [] } });
    expect(answer.body).toEqual({});
  },
};

/** The builder works in development only, and would restart the process when it is done. */
const inDevelopment = async (work: () => Promise<void>) => {
  const { send } = process;
  site.strapi.config.set('autoReload', true);
  process.send = undefined;
  await work();
  await new Promise(setImmediate);
  site.strapi.config.set('autoReload', false);
  process.send = send;
};

const columnsAndIndexes = async () => {
  const { tables } = await site.strapi.db.dialect.schemaInspector.getSchema();
  const table = tables.find(({ name }) => name === CONTACTS_TABLE);
  return {
    columns: table?.columns.map(({ name }) => name) ?? [],
    indexes: table?.indexes.map(({ name }) => name) ?? [],
  };
};

const snapshot = () =>
  path.join(site.appDir, 'src/extensions/contact-management/content-types/contact/schema.json');

describe('an attribute added in the Content-Type Builder', () => {
  it('is stored, and nothing of ours is lost', async () => {
    const contacts = () => documentsOf(site, CONTACT_UID);
    const status = await documentsOf(site, 'plugin::contact-management.contact-status').create({
      data: { name: 'vip', displayName: 'VIP' },
    });
    const before = await contacts().create({
      data: { email: 'before@site.test', firstName: 'Ann', status: status.id },
    });
    const own = await columnsAndIndexes();
    await inDevelopment(() =>
      builder.add({
        shoeSize: { type: 'integer' },
        nickname: { type: 'string' },
        portrait: { type: 'media', multiple: false, allowedTypes: ['images'] },
      })
    );
    const saved = JSON.parse(await readFile(snapshot(), 'utf8'));
    expect(saved.attributes.shoeSize).toEqual({ type: 'integer' });
    await site.restart();

    const now = await columnsAndIndexes();
    expect(now.columns).toEqual(expect.arrayContaining([...own.columns, 'shoe_size']));
    expect(now.indexes).toEqual(expect.arrayContaining(own.indexes));
    expect(
      await contacts().findOne({ documentId: before.documentId, populate: ['status'] })
    ).toMatchObject({ email: 'before@site.test', firstName: 'Ann', status: { name: 'vip' } });
    await expect(
      contacts().create({ data: { email: 'new@site.test', shoeSize: 42, nickname: 'N' } })
    ).resolves.toMatchObject({ shoeSize: 42, nickname: 'N' });
    await expect(contacts().create({ data: { email: 'BEFORE@site.test' } })).rejects.toThrow(
      'Another contact has this e-mail address'
    );
  });

  it('is a column of the list, and a filter of it, without another word', async () => {
    const { body } = await ask(site, 'get', '/contacts/fields');
    const added = (body.data as { name: string; core: boolean }[]).filter(({ core }) => !core);
    expect(added).toEqual([
      expect.objectContaining({
        name: 'shoeSize',
        listable: true,
        filter: { parameter: 'field.shoeSize', way: 'number' },
      }),
      expect.objectContaining({
        name: 'nickname',
        listable: true,
        filter: { parameter: 'field.nickname', way: 'text' },
      }),
      expect.objectContaining({ name: 'portrait', listable: false, filterable: false }),
    ]);
    expect(await foundBy(site, { 'field.shoeSize.from': '42', 'field.nickname': 'n' })).toEqual([
      'new@site.test',
    ]);
    expect(await foundBy(site, { 'field.shoeSize.to': '41' })).toEqual([]);
    const page = await ask(site, 'get', '/contacts').query({ 'field.nickname.empty': 'false' });
    expect(page.body.data).toEqual([expect.objectContaining({ shoeSize: 42, nickname: 'N' })]);
    const upsert = await site.http
      .post('/api/contact-management/contacts/upsert')
      .auth(site.apiToken, { type: 'bearer' })
      .send({ contacts: [{ data: { email: 'new@site.test', shoeSize: 43 } }] });
    expect(upsert.body.results).toEqual([expect.objectContaining({ status: 'updated' })]);
    expect(await foundBy(site, { 'field.shoeSize.from': '43' })).toEqual(['new@site.test']);
  });

  it('survives a second change, and a snapshot from an older version of the plugin', async () => {
    await inDevelopment(() => builder.add({ hatSize: { type: 'decimal' } }));
    const { lastName, status, ...older } = JSON.parse(
      await readFile(snapshot(), 'utf8')
    ).attributes;
    const schema = JSON.parse(await readFile(snapshot(), 'utf8'));
    await writeFile(snapshot(), JSON.stringify({ ...schema, attributes: older, indexes: [] }));
    const own = await columnsAndIndexes();
    await site.restart();
    const now = await columnsAndIndexes();
    expect(now.columns).toEqual(expect.arrayContaining([...own.columns, 'hat_size']));
    expect(now.indexes).toEqual(expect.arrayContaining(own.indexes));
  });

  it('does not turn drafts on for contacts', async () => {
    const schema = JSON.parse(await readFile(snapshot(), 'utf8'));
    const options = { ...schema.options, draftAndPublish: true };
    await writeFile(snapshot(), JSON.stringify({ ...schema, options }));
    await site.restart();
    expect(site.strapi.contentType(CONTACT_UID).options?.draftAndPublish).toBe(false);
    expect(await documentsOf(site, CONTACT_UID).count()).toBe(2);
  });
});
