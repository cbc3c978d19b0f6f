/** error = floor + scale · trainSize^(−exponent). */
export interface PowerLaw {
  readonly floor: number;
  readonly scale: number;
  readonly exponent: number;
}

/** An error measured at one training-set size, with how much it weighs: one over its variance. */
export interface WeightedPoint {
  readonly trainSize: number;
  readonly error: number;
  readonly weight: number;
}

/** Exponents that are tried; across fields they were found between 0.07 and 0.35, in theory from 0.5 to 1. */
const [least, greatest, grid] = [0.02, 2, 40];

/**
 * The power law with the least weighted squares, floor and scale not below 0. For a given exponent these follow from two
 * equations; the exponent is searched.
 *
 * @see J. Hestness et al., "Deep Learning Scaling is Predictable, Empirically" (2017), on the form and its exponents
 * @example
 * const points = [100, 400, 1600].map((trainSize) => ({ trainSize, error: 0.1 + trainSize ** -0.5, weight: 1 }));
 * const { floor, exponent } = fitPowerLaw(points);
 * [floor.toFixed(4), exponent.toFixed(4)]; // ["0.1000", "0.5000"]
 */
export function fitPowerLaw(points: readonly WeightedPoint[]): PowerLaw {
  const costAt = (logExponent: number) => linearFit(points, Math.exp(logExponent)).cost;
  const [low, high] = [Math.log(least), Math.log(greatest)];
  const step = (high - low) / grid;
  let best = low;
  for (let i = 1; i <= grid; i++) if (costAt(low + i * step) < costAt(best)) best = low + i * step;
  const exponent = Math.exp(goldenSection(costAt, Math.max(low, best - step), Math.min(high, best + step)));
  const { floor, scale } = linearFit(points, exponent);
  return { floor, scale, exponent };
}

/** The power law at one size. */
export function errorAt({ floor, scale, exponent }: PowerLaw, trainSize: number): number {
  return floor + scale * trainSize ** -exponent;
}

/** The size at which the law reaches an error; Infinity where its floor is not below. */
export function sizeFor({ floor, scale, exponent }: PowerLaw, error: number): number {
  if (floor >= error) return Number.POSITIVE_INFINITY;
  return (scale / (error - floor)) ** (1 / exponent);
}

function linearFit(
  points: readonly WeightedPoint[],
  exponent: number,
): { floor: number; scale: number; cost: number } {
  let [w, wx, wxx, wy, wxy] = [0, 0, 0, 0, 0];
  // In units of the first size, so that no power is too small to count with.
  const unit = points[0]!.trainSize;
  const xs = points.map(({ trainSize }) => (trainSize / unit) ** -exponent);
  for (const [i, { error, weight }] of points.entries()) {
    const x = xs[i]!;
    w += weight;
    wx += weight * x;
    wxx += weight * x * x;
    wy += weight * error;
    wxy += weight * x * error;
  }
  const determinant = w * wxx - wx * wx;
  let scale = determinant > 0 ? (w * wxy - wx * wy) / determinant : 0;
  let floor = (wy - wx * scale) / w;
  if (floor < 0) [floor, scale] = [0, wxy / wxx];
  if (scale < 0) [floor, scale] = [wy / w, 0];
  const cost = points.reduce(
    (sum, { error, weight }, i) => sum + weight * (error - floor - scale * xs[i]!) ** 2,
    0,
  );
  return { floor, scale: scale * unit ** exponent, cost };
}

function goldenSection(f: (x: number) => number, low: number, high: number): number {
  const ratio = (Math.sqrt(5) - 1) / 2;
  let [a, b] = [low, high];
  let [c, d] = [b - ratio * (b - a), a + ratio * (b - a)];
  let [fc, fd] = [f(c), f(d)];
  for (let i = 0; i < 30; i++) {
    if (fc < fd) {
      [b, d, fd] = [d, c, fc];
      c = b - ratio * (b - a);
      fc = f(c);
    } else {
      [a, c, fc] = [c, d, fd];
      d = a + ratio * (b - a);
      fd = f(d);
    }
  }
  return (a + b) / 2;
}
