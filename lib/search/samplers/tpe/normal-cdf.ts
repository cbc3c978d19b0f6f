/**
 * The standard normal distribution function, to about 7 digits: densities that are only compared need no more.
 *
 * @see M. Abramowitz and I. Stegun, Handbook of Mathematical Functions (1964), 26.2.17
 */
export function normalCdf(x: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(x));
  const sum =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const tail = 0.3989422804014327 * Math.exp(-0.5 * x * x) * sum;
  return x < 0 ? tail : 1 - tail;
}
