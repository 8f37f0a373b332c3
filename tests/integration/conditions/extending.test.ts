/** A site's own conditions, operators and activity types: the worked example of the guide, as it stands there. */
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { activities } from '../../../server/src/modules/activities';
import {
  conditions,
  type LeafType,
  type RegisteredRule,
  type RegisteredOperator,
} from '../../../server/src/modules/conditions';
import { CONTACT_UID } from '../../../server/src/modules/contacts';
import { adminWith, asAdmin } from '../../support/admin-roles';
import { documentsOf, type Entry } from '../../support/documents';
import { startSite, type TestSite } from '../../support/strapi';

const GUIDE = readFileSync(
  path.join(__dirname, '../../../docs/guide/extending-conditions.md'),
  'utf8'
);
const block = (language: string): string =>
  new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``).exec(GUIDE)?.[1] ?? '';

let site: TestSite;
let ann: Entry, ben: Entry;
beforeAll(async () => {
  site = await startSite({
    prepare: (appDir) => writeFile(path.join(appDir, 'src/index.js'), block('js')),
  });
  const contacts = documentsOf(site, CONTACT_UID);
  const orders = documentsOf(site, 'api::order.order');
  ann = await contacts.create({ data: { email: 'ann@a.test', companyName: 'Élan & Co' } });
  ben = await contacts.create({ data: { email: 'ben@b.test', companyName: 'Acme' } });
  for (const email of ['ann@a.test', 'ann@a.test', 'ben@b.test']) {
    await orders.create({ data: { number: '1', email, total: 10 } });
  }
  const tasting = { type: 'tasting', occurredAt: 1_760_000_000_000 };
  await activities(site.strapi).append([{ eventId: 't1', contactId: ann.id, ...tasting }]);
});
afterAll(() => site.stop());

const service = () => conditions(site.strapi);
const who = async (input: unknown): Promise<number[]> =>
  (await service().matching(service().parse(input)).pluck('c.id')) as number[];
const longerThan = (value: unknown) => ({
  ...{ type: 'attribute', field: 'companyName', operator: 'shop.longerThan', value },
});

it('answers the condition of the guide', async () => {
  const condition: unknown = JSON.parse(block('json'));
  expect(await who(condition)).toEqual([ann.id]);
  expect(await who({ type: 'not', rule: condition })).toEqual([ben.id]);
  expect(service().say(service().parse(condition))).toBe(
    'Contacts who: placed at least 2 orders, and company name is longer than 5 characters, and did “tasting” at least 1 time'
  );
});

it('explains it', async () => {
  const explained = await service().explain(service().parse(JSON.parse(block('json'))), ben.id);
  expect(explained).toMatchObject({
    verdict: false,
    rules: [
      { verdict: false, evidence: { text: '1 orders', value: 1 } },
      { verdict: false, evidence: { value: 'Acme' } },
      { verdict: false },
    ],
  });
});

it('finds nobody without a value by an operator of the site, denied or not', async () => {
  await documentsOf(site, CONTACT_UID).create({ data: { firstName: 'Cyd' } });
  expect(await who(longerThan(4))).toEqual([ann.id]);
  expect(await who({ type: 'not', rule: longerThan(4) })).toHaveLength(2);
});

it('asks activities’ and entries’ texts by it, too', async () => {
  const visited = (where: object[]) => ({
    ...{ type: 'activity', activity: 'tasting', operator: 'atLeast', count: 1, where },
  });
  expect(await who(visited([{ field: 'title', operator: 'shop.longerThan', value: 1 }]))).toEqual(
    []
  );
});

it.each([
  ['a value that it cannot read', longerThan('five'), 'value must be a number of characters'],
  ['a field that holds something else', { ...longerThan(4), field: 'score' }, 'operator must be'],
  ['a list of codes', { ...longerThan(4), field: 'state' }, 'operator must be'],
  ['a property that it does not have', { type: 'shop.orders', atLeast: 1, of: 1 }, 'has no "of"'],
  ['what its read refuses', { type: 'shop.orders', atLeast: 0 }, 'a number of orders'],
])('refuses %s', (_what, input, message) => {
  expect(() => service().parse(input)).toThrow(message);
});

it('offers it to the builder', async () => {
  const { body } = await site.http
    .get('/contact-management/conditions/catalogue')
    .auth(site.adminToken, { type: 'bearer' })
    .expect(200);
  expect(body.data.registered).toContainEqual(
    expect.objectContaining({ type: 'shop.orders', label: 'Placed orders', category: 'Shop' })
  );
});

describe('a kind of condition', () => {
  const leaf = (type: `${string}.${string}`, more: object): LeafType<RegisteredRule> => ({
    type,
    properties: [],
    read: () => ({ type }),
    compile: (_rule, { strapi }) => ({ test: strapi.db.connection.raw('1 = 1') }),
    dependsOn: () => ({}),
    isTimed: () => false,
    crossed: () => null,
    say: () => 'is a customer',
    evidence: () => Promise.resolve(undefined),
    ...more,
  });
  beforeAll(() => {
    service().register(leaf('shop.unsaid', {}));
    service().register(leaf('shop.open', { permissions: [] }));
    service().register(leaf('shop.tasted', { permissions: ['activities.read'] }));
  });

  const ALL = ['accounts.read', 'activities.read', 'groups.read', 'scores.read'];
  it.each<[string, string[], string[]]>([
    ['shop.unsaid', ALL.slice(1), ALL],
    ['shop.tasted', [], ['activities.read']],
    ['shop.open', [], []],
  ])('%s is answered to who may see what it is about', async (type, less, enough) => {
    const preview = async (permissions: string[]) =>
      site.http
        .post('/contact-management/conditions/preview')
        .set(asAdmin(await adminWith(site, 'contacts.read', ...permissions)))
        .send({ condition: { type: 'not', rule: { type } } });
    if (enough.length > 0) expect((await preview(less)).status).toBe(403);
    expect((await preview(enough)).status).toBe(200);
  });

  it('takes no permission that there is not', () => {
    const wrong = leaf('shop.wrong', { permissions: ['orders.read'] });
    expect(() => {
      service().register(wrong);
    }).toThrow('"shop.wrong" may take accounts.read, activities.read, groups.read, scores.read');
  });
});

describe('a name', () => {
  const operator = (more: object) =>
    ({ type: 'text', operator: 'shop.longerThan', ...more }) as unknown as RegisteredOperator;
  const leaf = (type: string) => ({ type }) as LeafType<never>;

  it.each([
    ['taken by another operator', {}, '"shop.longerThan" is registered twice'],
    ['of the plugin’s own', { operator: 'contains' }, 'is named such as'],
    ['that every object has', { operator: '__proto__' }, 'is named such as'],
    ['with no type', { operator: 'shop.new', type: 'choice' }, 'must be of text, number or date'],
  ])('%s is refused', (_what, more, message) => {
    expect(() => {
      service().registerOperator(operator(more));
    }).toThrow(message);
  });

  it.each([
    ['shop.orders', 'is registered twice'],
    ['attribute', 'is named such as'],
    ['constructor', 'is named such as'],
  ])('%s is refused as a kind of condition', (type, message) => {
    expect(() => {
      service().register(leaf(type));
    }).toThrow(message);
  });
});
