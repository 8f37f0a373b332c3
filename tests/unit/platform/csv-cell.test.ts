import { toCell } from '../../../server/src/platform/csv/csv-cell';

describe('a cell', () => {
  it.each([
    [null, ''],
    [undefined, ''],
    [0, '0'],
    [-5, '-5'],
    [false, 'false'],
    [new Date('2026-01-31T10:00:00Z'), '2026-01-31T10:00:00.000Z'],
    [['x', 'y'], 'x, y'],
    [['=x', 'y'], "'=x, y"],
    [{ a: 1 }, '{"a":1}'],
    ['a=b', 'a=b'],
    ['+420777123456', '+420777123456'],
    ['-12.5', '-12.5'],
  ])('of %p is %p', (value, cell) => {
    expect(toCell(value)).toBe(cell);
  });

  it.each(['', ' ', '\u00A0', '\u2003', '\u200B', '\uFEFF', '\u0001', '\n', '\r\n ', '\t'])(
    'that begins like a formula behind %p is text to a spreadsheet',
    (before) => {
      for (const sign of ['=', '+', '-', '@', '＝', '＋', '－', '＠', '|', '%']) {
        const formula = `${before}${sign}SUM(1)`;
        expect(toCell(formula)).toBe(`'${formula}`);
      }
    }
  );

  it.each(['\tx', '\rx', '\nx'])('that begins with a break (%p) stays in its cell', (text) => {
    expect(toCell(text)).toBe(`'${text}`);
  });
});
