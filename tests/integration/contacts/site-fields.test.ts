/** Attributes that a site's developers add in config/plugins: from the column to the list's filters. */
import { CONTACT_UID } from '../../../server/src/modules/contacts';
import { ask, foundBy } from '../../support/custom-fields';
import { documentsOf } from '../../support/documents';
import { startSite, type TestSite } from '../../support/strapi';

jest.setTimeout(180_000);

const FIELDS = {
  loyaltyTier: { type: 'enumeration', enum: ['gold', 'silver'], default: 'silver' },
  shoeSize: { type: 'decimal' },
  nickname: { type: 'string', maxLength: 20 },
  vegetarian: { type: 'boolean' },
  joinedOn: { type: 'date' },
  lastCall: { type: 'datetime' },
};

let site: TestSite;
beforeAll(async () => {
  site = await startSite({ config: { fields: { contact: FIELDS } } });
});
afterAll(() => site.stop());

const contacts = () => documentsOf(site, CONTACT_UID);
const rest = (method: 'get' | 'post' | 'put', path = '') =>
  site.http[method](`/api/contact-management/contacts${path}`).auth(site.apiToken, {
    type: 'bearer',
  });
const catalogue = async () =>
  (await ask(site, 'get', '/contacts/fields')).body.data as Record<string, unknown>[];
const columns = async () => {
  const info = await site.strapi.db.connection('cm_contacts').columnInfo();
  return Object.keys(info);
};
const restart = (contact: object) => site.restart({ config: { fields: { contact } } });

describe('a field in the configuration', () => {
  it('is written and read over REST, upsert and the card, with its rules', async () => {
    const ann = await rest('post').send({
      data: { firstName: 'Ann', loyaltyTier: 'gold', shoeSize: 41.5, vegetarian: true },
    });
    expect(ann.body.data).toMatchObject({ loyaltyTier: 'gold', shoeSize: 41.5, vegetarian: true });
    const wrong = await rest('post').send({ data: { loyaltyTier: 'platinum' } });
    expect(wrong.status).toBe(400);
    const long = await rest('post').send({ data: { nickname: 'x'.repeat(21) } });
    expect(long.status).toBe(400);
    const bob = { email: 'bob@site.test', nickname: 'Bo_b%', joinedOn: '2024-05-05' };
    const upserted = await rest('post', '/upsert').send({ contacts: [{ data: bob }] });
    expect(upserted.body.results[0].status).toBe('created');
    const again = await rest('post', '/upsert').send({ contacts: [{ data: bob }] });
    expect(again.body.results[0].status).toBe('unchanged');
    const { documentId } = upserted.body.results[0];
    const card = await ask(site, 'put', `/contacts/${documentId}`).send({
      data: { lastCall: '2025-01-01T10:00:00.000Z' },
    });
    expect(card.body.data).toMatchObject({ loyaltyTier: 'silver', nickname: 'Bo_b%' });
    const found = await rest('get').query({ 'filters[shoeSize][$gt]': 41 });
    expect(found.body.data).toHaveLength(1);
  });

  it('is in the catalogue, with the way to filter by it', async () => {
    const own = (await catalogue()).filter(({ core }) => !core);
    expect(own.map(({ name, type, filter, listable }) => [name, type, filter, listable])).toEqual([
      ['loyaltyTier', 'enumeration', { parameter: 'field.loyaltyTier', way: 'options' }, true],
      ['shoeSize', 'decimal', { parameter: 'field.shoeSize', way: 'number' }, true],
      ['nickname', 'string', { parameter: 'field.nickname', way: 'text' }, true],
      ['vegetarian', 'boolean', { parameter: 'field.vegetarian', way: 'boolean' }, true],
      ['joinedOn', 'date', { parameter: 'field.joinedOn', way: 'day' }, true],
      ['lastCall', 'datetime', { parameter: 'field.lastCall', way: 'instant' }, true],
    ]);
  });

  it.each([
    [{ 'field.loyaltyTier': 'gold' }, ['Ann']],
    [{ 'field.loyaltyTier': 'gold,silver' }, ['Ann', 'bob@site.test']],
    [{ 'field.shoeSize.from': '41', 'field.shoeSize.to': '42' }, ['Ann']],
    [{ 'field.shoeSize.from': '42' }, []],
    [{ 'field.nickname': 'BO_' }, ['bob@site.test']],
    [{ 'field.nickname': 'b__' }, []],
    [{ 'field.nickname': '%' }, []],
    [{ 'field.nickname.empty': 'true' }, ['Ann']],
    [{ 'field.vegetarian': 'true' }, ['Ann']],
    [{ 'field.joinedOn.from': '2024-05-05', 'field.joinedOn.to': '2024-05-05' }, ['bob@site.test']],
    [{ 'field.joinedOn.to': '2024-05-04' }, []],
    [{ 'field.lastCall.from': '2025-01-01T00:00:00Z' }, ['bob@site.test']],
    [{ 'field.lastCall.empty': 'false', 'field.loyaltyTier': 'gold' }, []],
    [{ 'field.nosuch': 'x' }, ['There is no filter "field.nosuch"']],
    [{ 'field.owner': '1' }, ['There is no filter "field.owner"']],
    [{ 'field.constructor': 'x' }, ['There is no filter "field.constructor"']],
    [
      { 'field.shoeSize': '41' },
      ['field.shoeSize can be filtered with .from and .to, which are numbers'],
    ],
  ])('narrows a list by %j', async (query, expected) => {
    expect(await foundBy(site, query)).toEqual(expected);
  });

  it('left out of the configuration keeps its values and is seen nowhere', async () => {
    const { loyaltyTier, nickname, ...rest1 } = FIELDS;
    await restart(rest1);
    expect(await columns()).toEqual(expect.arrayContaining(['loyalty_tier', 'nickname']));
    const { body } = await rest('get');
    expect(JSON.stringify(body)).not.toMatch(/loyaltyTier|nickname/);
    expect((await catalogue()).map(({ name }) => name)).not.toContain('loyaltyTier');
    expect(await foundBy(site, { 'field.nickname': 'b' })).toEqual([
      'There is no filter "field.nickname"',
    ]);
    const written = await rest('post').send({ data: { loyaltyTier: 'gold' } });
    expect(written.status).toBe(400);
    await restart(rest1);
    await restart(FIELDS);
    expect(await foundBy(site, { 'field.loyaltyTier': 'gold' })).toEqual(['Ann']);
    expect(await foundBy(site, { 'field.nickname': 'b' })).toEqual(['bob@site.test']);
  });

  it('is deleted with its values once false stands in its place', async () => {
    await restart({ ...FIELDS, nickname: false });
    expect(await columns()).not.toContain('nickname');
    const { nickname, ...others } = FIELDS;
    await restart(others);
    expect(await columns()).not.toContain('nickname');
    expect(await columns()).toContain('loyalty_tier');
  });
});

describe('a boot', () => {
  const boot = async (contact: object): Promise<string> => {
    await site.strapi.destroy();
    const refusal = await site.start({ config: { fields: { contact } } }).then(
      () => 'started',
      (error: unknown) => (error as Error).message
    );
    if (refusal !== 'started') await site.start({ config: { fields: { contact: FIELDS } } });
    return refusal;
  };

  it.each([
    ['firstName', "fields.contact.firstName would shadow the plugin's own firstName"],
    ['firstname', "fields.contact.firstname would shadow the plugin's own firstName"],
    ['documentId', "fields.contact.documentId would shadow the plugin's own documentId"],
    ['customFields', "fields.contact.customFields would shadow the plugin's own customFields"],
    ['custom_fields', 'fields.contact: "custom_fields" cannot be a field; a name is a lower-case'],
    ['group', "fields.contact.group would shadow the plugin's own group"],
    ['account', "fields.contact.account would shadow the plugin's own account"],
    ['accounts', "fields.contact.accounts would shadow the plugin's own accounts"],
    ['constructor', 'fields.contact.constructor has a name that every object of JavaScript has'],
  ])('is refused with a field called %s', async (name, message) => {
    expect(await boot({ ...FIELDS, [name]: { type: 'string' } })).toContain(message);
  });

  it('is refused when a field changes its kind of column, and the values are still there', async () => {
    expect(await boot({ ...FIELDS, shoeSize: { type: 'date' } })).toContain(
      'fields.contact.shoeSize has been of type decimal and cannot become date'
    );
    expect(await foundBy(site, { 'field.shoeSize.from': '41' })).toEqual(['Ann']);
  });

  it('takes a field that becomes an enumeration of what was text', async () => {
    const config = { ...FIELDS, loyaltyTier: { type: 'string' } };
    expect(await boot(config)).toBe('started');
    expect(await foundBy(site, { 'field.loyaltyTier': 'gol' })).toEqual(['Ann']);
  });
});

it('is the site’s own attribute for the document service as well', async () => {
  const [ann] = await contacts().findMany({ filters: { firstName: 'Ann' } });
  expect(ann).toMatchObject({ loyaltyTier: 'gold', shoeSize: 41.5 });
});
