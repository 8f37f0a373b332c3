import fc from 'fast-check';
import { SORTS } from '../../../server/src/modules/contacts/list/contact-order';
import {
  decodePageStart,
  encodePageStart,
} from '../../../server/src/modules/contacts/list/list-cursor';

const order = { sort: 'name', direction: 'asc' } as const;
const place = { segment: 0, key: 'ann', id: 7, towards: 'next' } as const;
const REFUSAL = 'This cursor is not one that this list gave out';
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('a cursor', () => {
  it('leads back to its place', () => {
    expect(decodePageStart(encodePageStart(place, order), order)).toEqual(place);
  });

  it('belongs to one order', () => {
    const cursor = encodePageStart(place, order);
    expect(() => decodePageStart(cursor, { ...order, direction: 'desc' })).toThrow(REFUSAL);
    expect(() => decodePageStart(cursor, { ...order, sort: 'company' })).toThrow(REFUSAL);
  });

  it.each([
    ['text', 'not a cursor'],
    ['nothing', null],
    ['a list', []],
    ['a segment that there is not', { ...place, ...order, segment: 2 }],
    ['a segment of a prototype', { ...place, ...order, segment: 'length' }],
    ['a key of another type', { ...place, ...order, key: 5 }],
    ['a key that is a condition', { ...place, ...order, key: { $ne: null } }],
    ['a key with a zero character', { ...place, ...order, key: 'a\u0000' }],
    ['no key', { ...place, ...order, key: null }],
    ['an id past all integers', { ...place, ...order, id: 2 ** 40 }],
    ['an id that is SQL', { ...place, ...order, id: '1 or 1=1' }],
    ['another way', { ...place, ...order, towards: 'sideways' }],
    ['a date past all calendars', { ...place, sort: 'createdAt', direction: 'asc', key: 1e16 }],
  ])('is refused when it is %s', (_what, value) => {
    const sort = (value as { sort?: 'createdAt' } | null)?.sort ?? order.sort;
    expect(() => decodePageStart(encode(value), { ...order, sort })).toThrow(REFUSAL);
  });

  it('is refused whatever else it holds', () => {
    fc.assert(
      fc.property(fc.anything(), fc.constantFrom(...SORTS), (value, sort) => {
        const cursor = Buffer.from(JSON.stringify(value) ?? '').toString('base64url');
        expect(() => decodePageStart(cursor, { sort, direction: 'asc' })).toThrow(REFUSAL);
      })
    );
  });
});
