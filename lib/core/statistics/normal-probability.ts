/**
 * How likely a standard-normal draw is below x, to 14 digits, far down the lower tail too; 1 − Φ(x) is Φ(−x).
 *
 * @see G. Marsaglia, "Evaluating the Normal Distribution" (2004), on the series; H. Laplace's continued fraction beyond it
 * @example
 * normalProbability(1.959963984540054); // 0.975
 */
export function normalProbability(x: number): number {
  if (Number.isNaN(x)) return x;
  const density = Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
  if (Math.abs(x) > 2.5) return x > 0 ? 1 - density * millsRatio(x) : density * millsRatio(-x);
  let [sum, term] = [x, x];
  for (let odd = 3; Math.abs(term) > 1e-18 * Math.abs(sum); odd += 2) {
    term *= (x * x) / odd;
    sum += term;
  }
  return 0.5 + density * sum;
}

/** (1 − Φ(x)) / density for x above 2: 1 / (x + 1 / (x + 2 / (x + 3 / …))). */
function millsRatio(x: number): number {
  let fraction = x;
  for (let k = 120; k >= 1; k--) fraction = x + k / fraction;
  return 1 / fraction;
}
