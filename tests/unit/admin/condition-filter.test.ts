/** A condition in the list's address, where values are taken apart at commas. */
import fc from 'fast-check';
import {
  fromValues,
  isTooLong,
  toValues,
} from '../../../admin/src/modules/conditions/contact-filter/filter-value';
import { parseText } from '../../../admin/src/shared/conditions/tree/parse-text';
import { missingIn } from '../../../admin/src/shared/conditions/leaves/missing';
import type { Leaf } from '../../../server/src/modules/conditions/contract';

const living = (value: string): Leaf => ({
  ...{ type: 'attribute', field: 'city', operator: 'eq', value },
});

it('comes back from the address as it went into it, whatever its texts hold', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.constantFrom(',,', '",",', '\\",,\\', ',')), (text) => {
      const address = toValues(living(text)).join();
      const taken = address.split(',').filter(Boolean);
      expect(fromValues(taken)).toEqual(living(text));
    })
  );
});

it('is nothing when somebody wrote nonsense into the address', () => {
  expect(fromValues(['{"type":'])).toBeNull();
  expect(fromValues([])).toBeNull();
});

it('has a length that addresses can hold', () => {
  expect(isTooLong(living('Brno'))).toBe(false);
  expect(isTooLong(living('x'.repeat(4_000)))).toBe(true);
});

it('is never thrown at by pasted text, whatever it holds', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      expect(() => parseText(text)).not.toThrow();
    })
  );
});

describe('a question that is not finished', () => {
  it.each<[Leaf, string | null]>([
    [living(''), 'conditions.missing.value'],
    [{ type: 'attribute', field: '', operator: 'eq' }, 'conditions.missing.field'],
    [{ type: 'attribute', field: 'city', operator: 'isEmpty' }, null],
    [{ type: 'attribute', field: 'city', operator: 'in', value: [] }, 'conditions.missing.value'],
    [{ ...{ type: 'activity', activity: '', operator: 'never' } }, 'conditions.missing.activity'],
    [
      { ...{ type: 'activity', activity: 'login', operator: 'atLeast' } },
      'conditions.missing.count',
    ],
    [{ ...{ type: 'activity', activity: 'login', operator: 'never' } }, null],
    [
      { ...{ type: 'activity', activity: 'login', operator: 'atLeast', measure: 'sum' } },
      'conditions.missing.value',
    ],
    [
      {
        ...{ type: 'activity', activity: 'login', operator: 'never' },
        window: { between: ['2026-01-01', ''] },
      },
      'conditions.missing.window',
    ],
    [
      { type: 'sequence', first: { activity: 'a' }, then: { activity: 'b' }, withinDays: 0 },
      'conditions.missing.days',
    ],
    [{ type: 'account' }, null],
    [{ type: 'account', where: [{ field: '', operator: 'eq' }] }, 'conditions.missing.field'],
    [{ type: 'group', group: '' }, 'conditions.missing.group'],
    [
      { ...{ type: 'score', score: 'heat', operator: 'gte', value: [] } },
      'conditions.missing.value',
    ],
    [{ ...{ type: 'score', score: 'heat', operator: 'gte', value: 0 } }, null],
    [{ type: 'consent', purpose: '', operator: 'has' }, 'conditions.missing.purpose'],
    [{ type: 'time' }, 'conditions.missing.time'],
    [{ type: 'time', hours: { from: 9, to: 17 } }, null],
  ])('says what it lacks: %j', (leaf, sentence) => {
    expect(missingIn(leaf, undefined)).toBe(sentence);
  });
});
