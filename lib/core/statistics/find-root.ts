/**
 * Where a function is 0 between two points at which its signs differ, to the last digit or nearly so.
 *
 * The secant's guess is taken where it falls well inside, the middle where it does not; the end that stays is weighed down
 * by half (the Illinois rule), so that both ends close in.
 *
 * @param f - continuous; its value at `low` and at `high` must not have the same sign (0 counts as either)
 * @see M. Dowell and P. Jarratt, "A modified regula falsi method for computing the root of an equation" (1971)
 * @example
 * findRoot((x) => x * x - 2, 0, 2).toFixed(12); // "1.414213562373"
 */
export function findRoot(f: (x: number) => number, low: number, high: number): number {
  let [a, b] = [low, high];
  let [fa, fb] = [f(a), f(b)];
  if (fa === 0) return a;
  for (let i = 0; i < 200 && fb !== 0; i++) {
    const secant = (a * fb - b * fa) / (fb - fa);
    const middle = (a + b) / 2;
    const x = i % 4 === 3 || !(secant > Math.min(a, b) && secant < Math.max(a, b)) ? middle : secant;
    if (x === a || x === b) break;
    const fx = f(x);
    if (fx > 0 === fb > 0) fa /= 2;
    else [a, fa] = [b, fb];
    [b, fb] = [x, fx];
    if (Math.abs(b - a) <= 4 * Number.EPSILON * Math.abs(b)) break;
  }
  return b;
}
