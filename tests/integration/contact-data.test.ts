import { contactDataOwners } from '../../server/src/platform/contact-data';
import { contactColumns } from '../support/contact-columns';
import { startSite, type TestSite } from '../support/strapi';

describe('the rows a module keeps about contacts', () => {
  let site: TestSite;
  beforeAll(async () => {
    site = await startSite();
  }, 60_000);
  afterAll(() => site.stop());

  const declaredColumns = () =>
    contactDataOwners(site.strapi).flatMap(({ data }) => [
      ...Object.entries(data.tables).map(([table, column]) => ({ table, column })),
      ...Object.entries(data.references ?? {}).flatMap(([table, columns]) =>
        columns.map((column) => ({ table, column }))
      ),
    ]);

  const orphaned = async (): Promise<string[]> => {
    const owned = new Set(declaredColumns().map(({ table, column }) => `${table}.${column}`));
    return (await contactColumns(site.strapi))
      .map(({ table, column }) => `${table}.${column}`)
      .filter((column) => !owned.has(column));
  };

  it('are moved, exported and erased by a module that owns their table', async () => {
    expect(await orphaned()).toEqual([]);
  });

  it('are in tables and columns that exist', async () => {
    const found = await contactColumns(site.strapi);
    expect(found).toEqual(expect.arrayContaining(declaredColumns()));
  });

  it('are noticed when nobody owns their table', async () => {
    const { schema } = site.strapi.db.connection;
    await schema.createTable('cm_stray_notes', (table) => {
      table.increments('id');
      table.integer('contact_id');
    });
    expect(await orphaned()).toEqual(['cm_stray_notes.contact_id']);
  });
});
