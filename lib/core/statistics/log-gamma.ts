/**
 * The logarithm of the gamma function for x > 0, to about 15 digits: Stirling's series, moved up to where it is exact to
 * double precision. The logarithm of n! is `logGamma(n + 1)`.
 *
 * @see M. Abramowitz and I. Stegun, "Handbook of Mathematical Functions" (1964), formula 6.1.41
 * @example
 * logGamma(5); // 3.1780538303479458
 */
export function logGamma(x: number): number {
  let [shifted, product] = [x, 1];
  for (; shifted < 12; shifted++) product *= shifted;
  const square = 1 / (shifted * shifted);
  const series = 1 / 12 - square * (1 / 360 - square * (1 / 1260 - square * (1 / 1680 - square / 1188)));
  return (
    (shifted - 0.5) * Math.log(shifted) -
    shifted +
    Math.log(2 * Math.PI) / 2 +
    series / shifted -
    Math.log(product)
  );
}
