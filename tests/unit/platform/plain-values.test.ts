import { plainValues, type PlainAttribute } from '../../../server/src/platform/plain-values';

const takes = (attribute: PlainAttribute, value: unknown) =>
  plainValues({ field: attribute }).takes({ field: value }, 'update');

describe('a value is plain', () => {
  it.each<[string, PlainAttribute, unknown]>([
    ['a text as long as its column', { type: 'string' }, 'x'.repeat(255)],
    ['a long text', { type: 'text' }, 'x'.repeat(10_000)],
    ['a value of the list', { type: 'enumeration', enum: ['a', 'b'] }, 'b'],
    ['an integer at the edge of its column', { type: 'integer' }, -2_147_483_648],
    ['a number', { type: 'float' }, 41.5],
    ['a number at its limits', { type: 'integer', min: 1, max: 3 }, 3],
    ['a day', { type: 'date' }, '2024-02-29'],
    ['a moment', { type: 'datetime' }, '2024-02-29T23:59:59.999Z'],
    ['a moment as an object', { type: 'datetime' }, new Date()],
    ['an object', { type: 'json' }, { a: [1] }],
    ['nothing, where nothing has to be', { type: 'string' }, null],
    ['nothing said', { type: 'string', required: true }, undefined],
  ])('%s', (_what, attribute, value) => {
    expect(takes(attribute, value)).toBe(true);
  });
});

describe('Strapi has to decide about', () => {
  it.each<[string, PlainAttribute, unknown]>([
    ['a text too long for its column', { type: 'string' }, 'x'.repeat(256)],
    ['a text shorter than the site wants', { type: 'string', minLength: 2 }, 'x'],
    ['a text longer than the site wants', { type: 'text', maxLength: 2 }, 'xxx'],
    ['a number for a text', { type: 'string' }, 7],
    ['a value off the list', { type: 'enumeration', enum: ['a'] }, 'b'],
    ['a word for a boolean', { type: 'boolean' }, 'true'],
    ['a number too large for its column', { type: 'integer' }, 2_147_483_648],
    ['half a number', { type: 'integer' }, 1.5],
    ['a number below the limit', { type: 'float', min: 1 }, 0.5],
    ['what is not a number', { type: 'float' }, NaN],
    ['a day that no month has', { type: 'date' }, '2023-02-29'],
    ['a day in another order', { type: 'date' }, '29.2.2024'],
    ['a moment in another zone', { type: 'datetime' }, '2024-02-29T23:59:59+02:00'],
    ['a moment of a day that no month has', { type: 'datetime' }, '2024-02-30T10:00:00Z'],
    ['a text for json', { type: 'json' }, 'a'],
    ['nothing, where something has to be', { type: 'string', required: true }, null],
    ['what has to be unique', { type: 'string', unique: true }, 'a'],
    ['what has a pattern', { type: 'string', regex: '^a$' }, 'a'],
    ['what nobody may write', { type: 'string', writable: false }, 'a'],
    ['a relation', { type: 'relation' }, 1],
    ['a type it has never heard of', { type: 'customField' }, 'a'],
  ])('%s', (_what, attribute, value) => {
    expect(takes(attribute, value)).toBe(false);
  });

  it('a name that the type does not have, unless it is somebody else’s concern', () => {
    const values = plainValues({ field: { type: 'string' } });
    expect(values.takes({ other: 1 }, 'update')).toBe(false);
    expect(values.takes({ other: 1 }, 'update', new Set(['other']))).toBe(true);
  });

  it('a new entry without what it needs', () => {
    const values = plainValues({
      needed: { type: 'string', required: true },
      given: { type: 'string', required: true, default: 'x' },
    });
    expect(values.takes({}, 'create')).toBe(false);
    expect(values.takes({ needed: 'a' }, 'create')).toBe(true);
  });
});

it('gives every new entry defaults of its own', () => {
  const values = plainValues({
    state: { type: 'string', default: 'prospect' },
    tags: { type: 'json', default: [] },
    relation: { type: 'relation', default: 1 },
  });
  const [one, other] = [values.defaults(), values.defaults()];
  expect(one).toEqual({ state: 'prospect', tags: [] });
  expect(one.tags).not.toBe(other.tags);
});
