/** @jest-environment node */
import type { Condition } from '../../../server/src/modules/conditions/contract';
import { asksTime } from '../../../admin/src/shared/conditions/time-zone/asks-time';
import { findTimeZones } from '../../../admin/src/shared/conditions/time-zone/time-zones';

const timed: Condition[] = [
  { type: 'time', weekdays: [1] },
  {
    type: 'attribute',
    field: 'birthday',
    operator: 'anniversaryIn',
    value: { last: 7, unit: 'days' },
  },
  {
    type: 'attribute',
    field: 'createdAt',
    operator: 'between',
    value: ['2026-01-01', '2026-02-01'],
  },
  { type: 'attribute', field: 'createdAt', operator: 'before', value: '2026-01-01' },
  { type: 'activity', activity: '*', operator: 'never', window: { last: 2, unit: 'months' } },
  {
    type: 'activity',
    activity: '*',
    operator: 'never',
    window: { between: ['2026-01-01', '2026-02-01'] },
  },
  { type: 'account', where: [{ field: 'createdAt', operator: 'on', value: '2026-01-01' }] },
  { type: 'site.own' },
];

const timeless: Condition[] = [
  { type: 'attribute', field: 'score', operator: 'between', value: [1, 2] },
  { type: 'attribute', field: 'city', operator: 'eq', value: 'before' },
  { type: 'activity', activity: '*', operator: 'atLeast', count: 1, window: 'ever' },
  {
    type: 'activity',
    activity: '*',
    operator: 'atLeast',
    count: 1,
    window: { last: 5, unit: 'hours' },
  },
  { type: 'sequence', first: { activity: 'a' }, then: { activity: 'b' }, withinDays: 3 },
];

describe('whether a rule asks for a time zone', () => {
  it.each(timed)('%j does', (rule) => {
    expect(asksTime(rule)).toBe(true);
    expect(asksTime({ type: 'all', rules: [{ type: 'not', rule }] })).toBe(true);
  });

  it.each(timeless)('%j does not', (rule) => {
    expect(asksTime({ type: 'any', rules: [rule] })).toBe(false);
  });

  it('does not while it is switched off', () => {
    const off: Condition = { type: 'time', weekdays: [1], disabled: true };
    expect(asksTime({ type: 'all', rules: [off] })).toBe(false);
  });
});

describe('time zones', () => {
  it('are found by parts of their names', () => {
    expect(findTimeZones('new york', null)).toEqual([
      { documentId: 'America/New_York', name: 'America/New York', detail: expect.any(String) },
    ]);
  });

  it('have UTC among them, and what is stored under an older name', () => {
    const ids = findTimeZones('', 'Asia/Calcutta').map(({ documentId }) => documentId);
    expect(ids).toEqual(expect.arrayContaining(['UTC', 'Asia/Calcutta']));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('are none for nonsense', () => {
    expect(findTimeZones('zzz', null)).toEqual([]);
  });
});
