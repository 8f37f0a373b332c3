/** Which text is a calendar day. */
import { normalizeDay } from '../../../server/src/platform/normalize-day';

it.each([
  ['2025-01-31', '2025-01-31'],
  ['2024-02-29', '2024-02-29'],
  ['2025-01-31T23:59:59.999Z', '2025-01-31'],
  ['2025-01-31T23:59', '2025-01-31'],
  ['2025-01-31T23:59:59+01:00', '2025-01-31'],
  ['2025-01-31T23:59:59.123456-0730', '2025-01-31'],
])('%s is the day %s', (text, day) => {
  expect(normalizeDay(text)).toBe(day);
});

it.each([
  '2025-02-30',
  '2025-02-29',
  '0000-01-01',
  '99999-01-01',
  '2025-1-1',
  '2025-01-01Tgarbage',
  '2025-01-01T',
  '2025-01-01T25:00:00Z',
  '2025-01-01T10:60',
  '2025-01-01T10:00:00Z and more',
  '2025-01-01 10:00',
  'yesterday',
  '',
])('"%s" is none', (text) => {
  expect(normalizeDay(text)).toBeNull();
});
