/** Against published values: R. G. Newcombe, Statistics in Medicine 17 (1998), 857–872 and 873–890. */
import {
  newcombe,
  rateOf,
  wilson,
} from '../../../server/src/modules/personalisation/splits/intervals';

const rounded = (interval: [number, number]) => interval.map((end) => Number(end.toFixed(4)));

describe('the interval of a rate', () => {
  // "Two-sided confidence intervals for the single proportion", table I, method 3 (score).
  it.each([
    [81, 263, [0.2553, 0.3662]],
    [15, 148, [0.0624, 0.1605]],
    [0, 20, [0, 0.1611]],
    [1, 29, [0.0061, 0.1718]],
  ])('is as published for %i of %i', (conversions, visitors, interval) => {
    expect(rounded(wilson({ conversions, visitors }))).toEqual(interval);
  });

  it('says nothing of nobody', () => {
    expect(wilson({ conversions: 0, visitors: 0 })).toEqual([0, 1]);
    expect(rateOf({ conversions: 0, visitors: 0 })).toBe(0);
  });

  it('ends at 1 where everybody did', () => {
    expect(rounded(wilson({ conversions: 20, visitors: 20 }))).toEqual([0.8389, 1]);
  });
});

describe('the interval of a difference', () => {
  // "Interval estimation for the difference between independent proportions", table II, method 10.
  it.each([
    [56, 70, 48, 80, [0.0524, 0.3339]],
    [9, 10, 3, 10, [0.1705, 0.809]],
    [6, 7, 2, 7, [0.0582, 0.8062]],
    [5, 56, 0, 29, [-0.0381, 0.1926]],
    [0, 10, 0, 20, [-0.1611, 0.2775]],
    [0, 10, 0, 10, [-0.2775, 0.2775]],
    [10, 10, 0, 20, [0.6791, 1]],
    [10, 10, 0, 10, [0.6075, 1]],
  ])('is as published for %i of %i against %i of %i', (one, ofOne, two, ofTwo, interval) => {
    const first = { conversions: one, visitors: ofOne };
    const second = { conversions: two, visitors: ofTwo };
    expect(rounded(newcombe(first, second))).toEqual(interval);
  });
});
