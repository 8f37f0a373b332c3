/** Attributes that a site's developers add to accounts in config/plugins. */
import { ask } from '../../support/custom-fields';
import { startSite, type TestSite } from '../../support/strapi';

jest.setTimeout(120_000);

const FIELDS = {
  segment: { type: 'enumeration', enum: ['retail', 'wholesale'] },
  seats: { type: 'integer' },
  contractUntil: { type: 'date' },
  reseller: { type: 'boolean' },
  terms: { type: 'text' },
};

let site: TestSite;
beforeAll(async () => {
  site = await startSite({ config: { fields: { account: FIELDS } } });
});
afterAll(() => site.stop());

const rest = (method: 'get' | 'post') =>
  site.http[method]('/api/contact-management/accounts').auth(site.apiToken, { type: 'bearer' });
const found = async (query: object): Promise<string[]> => {
  const { body } = await ask(site, 'get', '/accounts').query(query);
  return (body.data as { name: string }[]).map(({ name }) => name);
};

describe('a field of accounts in the configuration', () => {
  beforeAll(async () => {
    const acme = { name: 'Acme', segment: 'retail', seats: 40, contractUntil: '2026-12-31' };
    await rest('post').send({ data: acme }).expect(201);
    await rest('post')
      .send({ data: { name: 'Birch', reseller: true } })
      .expect(201);
  });

  it('is read and filtered by over REST, with its rules', async () => {
    const { body } = await rest('get').query({ 'filters[seats][$gt]': 39 });
    expect(body.data).toMatchObject([{ name: 'Acme', segment: 'retail', seats: 40 }]);
    await rest('post')
      .send({ data: { name: 'X', segment: 'none' } })
      .expect(400);
  });

  it('is in the catalogue, with the way to filter by it', async () => {
    const { body } = await ask(site, 'get', '/accounts/fields');
    const own = (body.data as Record<string, unknown>[]).filter(({ core }) => !core);
    expect(
      own.map(({ name, filter, listable, editable }) => [name, filter, listable, editable])
    ).toEqual([
      ['segment', { parameter: 'field.segment', way: 'options' }, true, true],
      ['seats', { parameter: 'field.seats', way: 'number' }, true, true],
      ['contractUntil', { parameter: 'field.contractUntil', way: 'day' }, true, true],
      ['reseller', { parameter: 'field.reseller', way: 'boolean' }, true, true],
      ['terms', { parameter: 'field.terms', way: 'text' }, false, true],
    ]);
  });

  it('is changed on the card', async () => {
    const { body } = await ask(site, 'get', '/accounts?q=birch');
    const path = `/accounts/${body.data[0].documentId}`;
    const changed = await ask(site, 'put', path).send({ data: { terms: 'Net 30', seats: 5 } });
    expect(changed.body.data).toMatchObject({ terms: 'Net 30', seats: 5, reseller: true });
  });

  it.each<[object, string[]]>([
    [{ 'field.segment': 'retail' }, ['Acme']],
    [{ 'field.seats.from': '6' }, ['Acme']],
    [{ 'field.seats.to': '6' }, ['Birch']],
    [{ 'field.contractUntil.to': '2027-01-01' }, ['Acme']],
    [{ 'field.reseller': 'true' }, ['Birch']],
    [{ 'field.segment.empty': 'true' }, ['Birch']],
    [{ 'field.terms': 'net' }, ['Birch']],
  ])('narrows the list by %j', async (query, expected) => {
    expect(await found(query)).toEqual(expected);
  });

  it('is in rows and in the CSV file', async () => {
    const { body } = await ask(site, 'get', '/accounts?q=acme');
    expect(body.data[0]).toMatchObject({ segment: 'retail', contractUntil: '2026-12-31' });
    const query = { columns: 'segment,seats', 'field.segment': 'retail' };
    const { text } = await ask(site, 'get', '/accounts/export').query(query);
    expect(text).toContain('"Acme","retail","40"');
  });

  it('that there is not refuses the list instead of showing it all', async () => {
    const { body } = await ask(site, 'get', '/accounts').query({ 'field.nosuch': 'x' });
    expect(body.error.message).toBe('There is no filter "field.nosuch"');
  });
});
