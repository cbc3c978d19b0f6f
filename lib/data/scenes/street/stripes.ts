/**
 * How much of a pixel lies on the marks of a repeating pattern, 0 … 1.
 *
 * The pattern marks [start, end] of every period; the pixel sees the stretch `width` around `at`. Averaging over
 * that stretch is what keeps far windows and lane markings from flickering into moiré.
 *
 * @example
 * stripes(0.5, 1, 1, 0, 0.25); // 0.25
 */
export function stripes(at: number, width: number, period: number, start: number, end: number): number {
  const from = at - width / 2;
  return (marked(from + width, period, start, end) - marked(from, period, start, end)) / width;
}

/** Length of the marks between 0 and `to`. */
function marked(to: number, period: number, start: number, end: number): number {
  const periods = Math.floor(to / period);
  const inside = to - periods * period;
  return periods * (end - start) + Math.min(Math.max(inside - start, 0), end - start);
}

/**
 * How much of the stretch `width` around `at` lies between `from` and `to`, 0 … 1.
 *
 * @example
 * overlap(0, 2, 0, 5); // 0.5
 */
export function overlap(at: number, width: number, from: number, to: number): number {
  const shared = Math.min(at + width / 2, to) - Math.max(at - width / 2, from);
  return shared > 0 ? shared / width : 0;
}
