import {
  CONTACT_STATUS_UID,
  CONTACT_UID,
  CONTACTS_TABLE,
} from '../../../server/src/modules/contacts';
import { documentsOf, rowsOf } from '../../support/documents';
import { startSite, type TestSite } from '../../support/strapi';

jest.setTimeout(120_000);

describe('a site with the plugin', () => {
  let site: TestSite;
  beforeAll(async () => {
    site = await startSite();
  });
  afterAll(() => site.stop());

  it('has contacts with a unique e-mail in the database', async () => {
    const insert = async (documentId: string) =>
      await site.strapi.db
        .connection(CONTACTS_TABLE)
        .insert({ document_id: documentId, email: 'ann@contacts.test' });
    await insert('one');
    await expect(insert('two')).rejects.toMatchObject({
      message: expect.stringMatching(/unique|duplicate/i),
    });
    await site.strapi.db.connection(CONTACTS_TABLE).delete();
  });

  it('loses nothing when it is disabled for a boot', async () => {
    const documents = (uid: string) => documentsOf(site, uid);
    const status = await documents(CONTACT_STATUS_UID).create({
      data: { name: 'vip', displayName: 'VIP' },
    });
    const contact = await documents(CONTACT_UID).create({ data: { email: 'ann@contacts.test' } });
    await documents(CONTACT_UID).update({
      documentId: contact.documentId,
      data: { status: status.documentId, state: 'client' },
    });
    const everything = async () => ({
      contacts: await documents(CONTACT_UID).findMany({ populate: ['status'] }),
      history: await rowsOf(site, 'plugin::contact-management.state-history'),
      indexes: await indexesOf(site),
    });
    const before = await everything();
    expect(before.history).toHaveLength(2);
    await site.restart({ pluginDisabled: true });
    await site.restart();
    expect(await everything()).toEqual(before);
  });
});

const indexesOf = async (site: TestSite): Promise<string[]> => {
  const indexes = await site.strapi.db.dialect.schemaInspector.getIndexes(CONTACTS_TABLE);
  return indexes.map(({ name }: { name: string }) => name).sort();
};
