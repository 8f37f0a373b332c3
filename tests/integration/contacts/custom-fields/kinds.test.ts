/** Each kind of field of the settings: what it takes, refuses and keeps, and what finds it. */
import { CONTACT_UID } from '../../../../server/src/modules/contacts';
import { type FieldDraft } from '../../../../server/src/platform/fields/contract';
import { addField, ask, foundBy, options } from '../../../support/custom-fields';
import { documentsOf, rowsOf } from '../../../support/documents';
import { startSite, type TestSite } from '../../../support/strapi';

jest.setTimeout(120_000);

interface Case {
  field: Pick<FieldDraft, 'name' | 'kind'> & Partial<FieldDraft>;
  /** What is sent → what is stored. */
  taken: [sent: unknown, stored: unknown][];
  /** What is sent → how the refusal goes on after the field's name. */
  refused: [sent: unknown, problem: string][];
  /** Filters that find the first of `taken` alone, and that find nobody. */
  finds: Record<string, string>[];
  misses: Record<string, string>[];
  search?: string;
}

const long = (length: number) => 'x'.repeat(length);
const key = (name: string, part = '') => `customFields.${name}${part && `.${part}`}`;

const cases: Case[] = [
  {
    field: { name: 'motto', kind: 'text' },
    taken: [
      ['  Živá\n voda ', 'Živá voda'],
      ['%', '%'],
    ],
    refused: [
      [7, 'must be text'],
      [['a'], 'must be text'],
      [long(256), 'is longer than 255 characters'],
    ],
    finds: [{ [key('motto')]: 'ziva V' }, { [key('motto')]: 'ŽIVÁ' }],
    misses: [{ [key('motto')]: 'voda' }, { [key('motto')]: 'živá vodax' }],
    search: 'voda',
  },
  {
    field: { name: 'story', kind: 'longText' },
    taken: [
      ['Once\nupon a hippogriff', 'Once\nupon a hippogriff'],
      ['_', '_'],
    ],
    refused: [[long(10_001), 'is longer than 10,000 characters']],
    finds: [{ [key('story')]: 'once' }],
    misses: [{ [key('story')]: 'upon' }],
    search: 'hippogriff',
  },
  {
    field: { name: 'shoe_size', kind: 'number' },
    taken: [
      [42.5, 42.5],
      ['-3', -3],
      [0, 0],
    ],
    refused: [
      ['forty', 'must be a number'],
      ['1e999', 'must be a number'],
      [true, 'must be a number'],
      [{ a: 1 }, 'must be a number'],
    ],
    finds: [
      { [key('shoe_size', 'from')]: '40' },
      { [key('shoe_size', 'from')]: '42.5', [key('shoe_size', 'to')]: '42.5' },
    ],
    misses: [{ [key('shoe_size', 'from')]: '43' }],
  },
  {
    field: { name: 'joined', kind: 'date' },
    taken: [
      ['2024-02-29T10:00:00.000Z', '2024-02-29'],
      ['1999-12-31', '1999-12-31'],
    ],
    refused: [
      ['2023-02-29', 'must be a date such as 2026-12-31'],
      ['yesterday', 'must be a date such as 2026-12-31'],
      [20240229, 'must be a date such as 2026-12-31'],
    ],
    finds: [{ [key('joined', 'from')]: '2024-02-29', [key('joined', 'to')]: '2024-02-29' }],
    misses: [{ [key('joined', 'from')]: '2024-03-01' }],
  },
  {
    field: { name: 'vegetarian', kind: 'boolean' },
    taken: [
      [true, true],
      [false, false],
    ],
    refused: [
      ['true', 'must be true or false'],
      [1, 'must be true or false'],
    ],
    finds: [{ [key('vegetarian')]: 'true' }],
    misses: [],
  },
  {
    field: { name: 'tier', kind: 'select', options: options('gold', 'Old silver') },
    taken: [
      [' gold ', 'gold'],
      ['Old silver', 'Old silver'],
    ],
    refused: [
      ['GOLD', 'has no option "GOLD"'],
      [['gold'], 'has no option ["gold"]'],
      ['__proto__', 'has no option "__proto__"'],
    ],
    finds: [{ [key('tier')]: 'gold' }, { [key('tier')]: 'gold,platinum' }],
    misses: [{ [key('tier')]: 'platinum' }],
  },
  {
    field: { name: 'interests', kind: 'multiSelect', options: options('art', 'books', 'chess') },
    taken: [
      [
        ['chess', 'art', 'chess'],
        ['art', 'chess'],
      ],
      [['books'], ['books']],
    ],
    refused: [
      ['art', 'must be a list of options'],
      [['art', 'ants'], 'has no option "ants"'],
    ],
    finds: [{ [key('interests')]: 'chess' }, { [key('interests')]: 'art,chess' }],
    misses: [{ [key('interests')]: 'ants' }],
  },
  {
    field: { name: 'second_email', kind: 'email' },
    taken: [
      [' Ann@Bücher.TEST', 'ann@xn--bcher-kva.test'],
      ['z@z.test', 'z@z.test'],
    ],
    refused: [['ann at home', 'is not an e-mail address']],
    finds: [{ [key('second_email')]: 'ANN@' }],
    misses: [{ [key('second_email')]: 'bcher' }],
    search: 'ann@xn',
  },
  {
    field: { name: 'blog', kind: 'url' },
    taken: [
      ['www.blog.example/Ann', 'https://www.blog.example/Ann'],
      ['http://other.example', 'http://other.example'],
    ],
    refused: [
      ['javascript:alert(1)', 'is not a web address'],
      [`https://x.example/${long(2_048)}`, 'is longer than 2,048 characters'],
    ],
    finds: [{ [key('blog')]: 'blog.example' }, { [key('blog')]: 'https://blog.ex' }],
    misses: [{ [key('blog')]: 'example' }],
    search: 'blog.example',
  },
  {
    field: { name: 'fax', kind: 'phone' },
    taken: [
      ['603 123 456', '+420603123456'],
      ['ext. 7', 'ext. 7'],
    ],
    refused: [[long(65), 'is longer than 64 characters']],
    finds: [{ [key('fax')]: '+420 603' }],
    misses: [{ [key('fax')]: '603' }],
    search: '420603',
  },
];

let site: TestSite;
beforeAll(async () => {
  site = await startSite();
  for (const { field } of cases) await addField(site, field);
});
afterAll(() => site.stop());

const contacts = () => documentsOf(site, CONTACT_UID);
const create = (firstName: string, customFields: unknown) =>
  contacts().create({ data: { firstName, country: 'CZ', customFields } });

describe.each(cases.map((one) => [one.field.kind, one] as const))('a field of %s', (_kind, one) => {
  const { name } = one.field;
  const made: string[] = [];
  afterAll(async () => {
    for (const documentId of made) await contacts().delete({ documentId });
  });

  it('keeps what it takes in one spelling', async () => {
    for (const [at, [sent, stored]] of one.taken.entries()) {
      const { documentId } = await create(`${name}-${at}`, { [name]: sent });
      made.push(documentId);
      const read = await contacts().findOne({ documentId });
      expect(read?.customFields).toEqual({ [name]: stored });
    }
  });

  it('refuses what it does not take, names the field and says why', async () => {
    for (const [sent, problem] of one.refused) {
      await expect(create('refused', { [name]: sent })).rejects.toMatchObject({
        message: `${name} (${name}) ${problem}`,
        details: { errors: [expect.objectContaining({ path: ['customFields', name] })] },
      });
    }
    expect(await contacts().count({ filters: { firstName: 'refused' } })).toBe(0);
  });

  it('is empty with null, nothing, an empty text or list', async () => {
    for (const empty of [null, undefined, '', '  ', []]) {
      const { documentId } = await create('empty', { [name]: empty });
      expect((await contacts().findOne({ documentId }))?.customFields).toBeNull();
      await contacts().delete({ documentId });
    }
  });

  it('finds contacts by its value, by having one and by having none', async () => {
    const first = `${name}-0`;
    for (const filter of one.finds)
      expect([filter, await foundBy(site, filter)]).toEqual([filter, [first]]);
    for (const filter of one.misses)
      expect([filter, await foundBy(site, filter)]).toEqual([filter, []]);
    const everyone = one.taken.map((_value, at) => `${name}-${at}`);
    expect(await foundBy(site, { [key(name, 'empty')]: 'false' })).toEqual(everyone);
    const { documentId } = await create('without', {});
    expect(await foundBy(site, { [key(name, 'empty')]: 'true' })).toEqual(['without']);
    await contacts().delete({ documentId });
    const count = await ask(site, 'get', '/contacts/count').query(one.finds[0] ?? {});
    expect(count.body).toEqual({ count: 1, exact: true });
  });

  it('is searched when it holds text, and only then', async () => {
    expect(await foundBy(site, { q: one.search ?? String(one.taken[0]?.[1]) })).toEqual(
      one.search ? [`${name}-0`] : []
    );
  });

  it('takes no filter of another kind', async () => {
    const wrong = [
      { [key(name)]: '' },
      { [key(name, 'from')]: 'wrong' },
      { [key(name, 'empty')]: 'perhaps' },
    ];
    for (const filter of wrong) {
      const { status, body } = await ask(site, 'get', '/contacts').query(filter);
      expect([filter, status, body.error.message]).toEqual([
        filter,
        400,
        expect.stringContaining(key(name)),
      ]);
    }
  });
});

describe('the values of a contact', () => {
  it('stay where they are not named, go with null, and leave nothing with the contact', async () => {
    const { id, documentId } = await create('Stay', { motto: 'a', shoe_size: 40, tier: 'gold' });
    await contacts().update({ documentId, data: { customFields: { shoe_size: 41, tier: null } } });
    const read = await contacts().findOne({ documentId });
    expect(read?.customFields).toEqual({ motto: 'a', shoe_size: 41 });
    await contacts().update({ documentId, data: { lastName: 'Unrelated' } });
    expect((await contacts().findOne({ documentId }))?.customFields).toEqual({
      motto: 'a',
      shoe_size: 41,
    });
    await contacts().update({ documentId, data: { customFields: null } });
    expect((await contacts().findOne({ documentId }))?.customFields).toBeNull();
    await contacts().update({ documentId, data: { customFields: { motto: 'b' } } });
    await contacts().delete({ documentId });
    const left = await rowsOf(site, 'plugin::contact-management.contact-custom-value', {
      contactId: id,
    });
    expect(left).toEqual([]);
  });

  it('go into a copy, which is found as well', async () => {
    const { documentId } = await create('Original', { motto: 'cloned' });
    const { entries } = await contacts().clone({ documentId, data: { firstName: 'Copy' } });
    expect(await foundBy(site, { 'customFields.motto': 'cloned' })).toEqual(['Original', 'Copy']);
    for (const one of [documentId, entries[0]?.documentId ?? ''])
      await contacts().delete({ documentId: one });
  });

  it.each([
    ['an unknown field', { nosuch: 1 }, 'There is no custom field "nosuch"'],
    ['a name with dots', { 'shoe.size': 1 }, 'There is no custom field "shoe.size"'],
    ['a name with spaces', { 'shoe size': 1 }, 'There is no custom field "shoe size"'],
    [
      '__proto__',
      JSON.parse('{"__proto__": {"motto": "x"}}'),
      'There is no custom field "__proto__"',
    ],
    ['constructor', { constructor: 1 }, 'There is no custom field "constructor"'],
    ['a list', [1], 'customFields must be an object'],
    ['text that is no JSON', 'motto', 'customFields must be an object'],
    ['a number', 7, 'customFields must be an object'],
  ])('are refused with %s', async (_what, customFields, message) => {
    await expect(create('Hostile', customFields)).rejects.toThrow(message);
    expect(await contacts().count({ filters: { firstName: 'Hostile' } })).toBe(0);
  });

  it('name every field that is wrong at once, with the contact’s own', async () => {
    const data = { country: 'XX', customFields: { shoe_size: 'x', tier: 'x' } };
    await expect(contacts().create({ data })).rejects.toMatchObject({
      details: {
        errors: [
          expect.objectContaining({ path: ['country'] }),
          expect.objectContaining({ path: ['customFields', 'shoe_size'] }),
          expect.objectContaining({ path: ['customFields', 'tier'] }),
        ],
      },
    });
  });

  it('are found together, and only with whoever has both', async () => {
    const both = await create('Both', { tier: 'gold', shoe_size: 77 });
    const one = await create('One', { tier: 'gold' });
    const other = await create('Other', { shoe_size: 77 });
    const size = { 'customFields.shoe_size.from': '77' };
    expect(await foundBy(site, { ...size, 'customFields.tier': 'gold' })).toEqual(['Both']);
    expect(await foundBy(site, { ...size, 'customFields.tier': 'Old silver' })).toEqual([]);
    expect(await foundBy(site, { ...size, 'customFields.tier.empty': 'true' })).toEqual(['Other']);
    for (const { documentId } of [both, one, other]) await contacts().delete({ documentId });
  });

  it('of two people at once are both kept', async () => {
    const { documentId } = await create('Two', {});
    await Promise.all([
      contacts().update({ documentId, data: { customFields: { motto: 'one' } } }),
      contacts().update({ documentId, data: { customFields: { shoe_size: 2 } } }),
    ]);
    const read = await contacts().findOne({ documentId });
    expect(read?.customFields).toEqual({ motto: 'one', shoe_size: 2 });
    await contacts().delete({ documentId });
  });
});
