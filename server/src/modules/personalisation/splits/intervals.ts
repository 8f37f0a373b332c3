/**
 * How sure a rate is, and the difference of two: 95 % intervals that hold for few people as well.
 *
 * One rate: the score interval of E. B. Wilson, "Probable inference, the law of succession, and
 * statistical inference", JASA 22 (1927). Two rates: method 10 of R. G. Newcombe, "Interval estimation
 * for the difference between independent proportions", Statistics in Medicine 17 (1998), which
 * combines the two Wilson intervals.
 */
export interface Counted {
  conversions: number;
  visitors: number;
}

export type Interval = [number, number];

/** The 97.5th percentile of the standard normal distribution. */
const Z = 1.959963984540054;

export const rateOf = ({ conversions, visitors }: Counted): number =>
  visitors === 0 ? 0 : conversions / visitors;

/** From 0 to 1 when there is nobody. */
export const wilson = ({ conversions, visitors }: Counted): Interval => {
  if (visitors === 0) return [0, 1];
  const failures = visitors - conversions;
  const spread = Z * Math.sqrt(Z ** 2 + (4 * conversions * failures) / visitors);
  const denominator = 2 * (visitors + Z ** 2);
  const middle = 2 * conversions + Z ** 2;
  return [
    conversions === 0 ? 0 : (middle - spread) / denominator,
    failures === 0 ? 1 : (middle + spread) / denominator,
  ];
};

/** Of the first rate minus the second. */
export const newcombe = (first: Counted, second: Counted): Interval => {
  const [p1, p2] = [rateOf(first), rateOf(second)];
  const [low1, high1] = wilson(first);
  const [low2, high2] = wilson(second);
  const difference = p1 - p2;
  return [
    difference - Math.hypot(p1 - low1, high2 - p2),
    difference + Math.hypot(high1 - p1, p2 - low2),
  ];
};
