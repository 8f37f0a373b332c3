import { toCode } from '../../../admin/src/shared/to-code';
import { initialsOf } from '../../../admin/src/modules/contacts/components/initials';
import { countries, countryName } from '../../../admin/src/shared/country-name';
import { lastDays, toDay } from '../../../admin/src/shared/local-day';
import { toProblem } from '../../../admin/src/shared/problem';
import { toRelativeUnit } from '../../../admin/src/shared/relative-unit';

it.each([
  ['Ann Novak', 'AN'],
  ['Ann van der Novak', 'AN'],
  ['cher', 'C'],
  ['ann@acme.example', 'A'],
  ['𝒳avier Ünal', '𝒳Ü'],
  ['', ''],
])('abbreviates %j to %j', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});

it('names countries in the editor’s language, and leaves unknown codes as they are', () => {
  expect(countryName('cz', 'en')).toBe('Czechia');
  expect(countryName('CZ', 'cs')).toBe('Česko');
  expect(countryName('Q1', 'en')).toBe('Q1');
});

it('offers countries and no unions or test codes', () => {
  const codes = countries('en').map(({ value }) => value);
  expect(codes).toEqual(expect.arrayContaining(['CZ', 'SK', 'US', 'XK']));
  expect(codes).not.toEqual(expect.arrayContaining(['EU']));
  expect(codes.filter((code) => ['UN', 'ZZ', 'XA', 'SU'].includes(code))).toEqual([]);
  expect(codes.length).toBeGreaterThan(240);
});

it('makes a code the server accepts of a name', () => {
  expect(toCode('Návštěva našeho stánku!')).toBe('navsteva-naseho-stanku');
  expect(toCode('3D demo')).toBe('d-demo');
});

it.each([
  [-10_000, 'now'],
  [-2 * 60_000, { value: -2, unit: 'minute' }],
  [-50_000, { value: -1, unit: 'minute' }],
  [-3 * 3_600_000, { value: -3, unit: 'hour' }],
  [-6 * 86_400_000, { value: -6, unit: 'day' }],
  [-15 * 86_400_000, { value: -2, unit: 'week' }],
  [-100 * 86_400_000, { value: -3, unit: 'month' }],
  [-800 * 86_400_000, { value: -2, unit: 'year' }],
  [3_600_000, { value: 1, unit: 'hour' }],
])('tells %d milliseconds as %j', (milliseconds, unit) => {
  expect(toRelativeUnit(milliseconds)).toEqual(unit);
});

it('counts the last days with today among them', () => {
  const now = new Date(2026, 2, 1, 12);
  expect(lastDays(1, now)).toBe(toDay(now));
  expect(lastDays(7, now)).toBe('2026-02-23');
});

it('reads Strapi’s errors: the sentence, and what is wrong with which field', () => {
  const error = {
    status: 400,
    response: {
      data: {
        error: {
          status: 400,
          message: 'One field is wrong',
          details: { errors: [{ path: ['email'], message: 'is taken', name: 'ValidationError' }] },
        },
      },
    },
  };
  expect(toProblem(error)).toEqual({
    status: 400,
    message: 'One field is wrong',
    fields: { email: 'is taken' },
    counts: {},
  });
});

it('reads how many a refusal is about', () => {
  const details = { inUse: 12, holders: 'contacts' };
  const data = { error: { status: 409, message: 'In use', details } };
  expect(toProblem({ status: 409, response: { data } }).counts).toEqual({ inUse: 12 });
});

it('tells a server that never answered from one that refused', () => {
  expect(toProblem(new TypeError('Failed to fetch')).status).toBeNull();
});
