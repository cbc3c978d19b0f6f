/**
 * Numbers rounded so that their sum is the rounded sum: those that rounding moved furthest are moved the other way.
 *
 * @see cleanlab, `round_preserving_sum`; halves are rounded to the even number, as NumPy does
 * @example
 * roundKeepingSum([1.4, 1.3, 1.3]); // [2, 1, 1]
 */
export function roundKeepingSum(values: readonly number[]): number[] {
  const rounded = values.map(roundHalfToEven);
  const sum = (numbers: readonly number[]) => numbers.reduce((total, value) => total + value, 0);
  const wanted = roundHalfToEven(sum(values));
  for (;;) {
    const short = wanted - sum(rounded);
    if (short === 0) return rounded;
    const step = Math.sign(short);
    const order = values
      .map((value, i) => ({ i, left: value - rounded[i]! }))
      .sort((a, b) => a.left - b.left || a.i - b.i);
    if (step > 0) order.reverse();
    for (const { i } of order.slice(0, Math.abs(short))) rounded[i]! += step;
  }
}

function roundHalfToEven(value: number): number {
  const below = Math.floor(value);
  const part = value - below;
  if (part !== 0.5) return Math.round(value);
  return below % 2 === 0 ? below : below + 1;
}
