/** How often a direction is taken, at most. */
const mostIterations = 100;
/** How many of the last steps tell of the curvature. */
const memory = 8;

/** The function to be minimised: it returns its value at x and writes its gradient there. */
export type Objective = (x: Float64Array, gradient: Float64Array) => number;

/** Options for {@link minimizeBounded}. */
export interface MinimizeBoundedOptions {
  /** How often the objective is computed at most; defaults to 1,000. */
  maxEvaluations?: number;
  /** It stops where no free component of the gradient is larger; defaults to 1e-8. */
  gradientTolerance?: number;
  /** It stops where a step improves less than this, relative to the value (or to 1); defaults to 1e-12. */
  valueTolerance?: number;
}

/** Where the search ended. */
export interface Minimum {
  readonly x: Float64Array;
  readonly value: number;
  readonly evaluations: number;
}

interface Step {
  readonly move: Float64Array;
  readonly change: Float64Array;
  /** 1 over the product of both. */
  readonly weight: number;
}

/**
 * Minimises a smooth function within a box: L-BFGS over the free variables, each step projected onto the box.
 *
 * @param start - [variables]; brought into the box where it is outside
 * @param low - the smallest value of each variable
 * @param high - the largest
 * @see D. Bertsekas, "Projected Newton Methods for Optimization Problems with Simple Constraints" (1982);
 *   J. Nocedal, "Updating Quasi-Newton Matrices with Limited Storage" (1980)
 * @example
 * const parabola = (x: Float64Array, gradient: Float64Array) => {
 *   gradient[0] = 2 * (x[0]! - 3);
 *   return (x[0]! - 3) ** 2;
 * };
 * minimizeBounded(parabola, Float64Array.of(0), Float64Array.of(-1), Float64Array.of(2)).x; // Float64Array [2]
 */
export function minimizeBounded(
  objective: Objective,
  start: Float64Array,
  low: Float64Array,
  high: Float64Array,
  { maxEvaluations = 1000, gradientTolerance = 1e-8, valueTolerance = 1e-12 }: MinimizeBoundedOptions = {},
): Minimum {
  const size = start.length;
  const clamp = (value: number, i: number): number => Math.min(Math.max(value, low[i]!), high[i]!);
  let x = start.map(clamp);
  let gradient = new Float64Array(size);
  let value = objective(x, gradient);
  let evaluations = 1;
  const steps: Step[] = [];
  for (let iteration = 0; iteration < mostIterations; iteration++) {
    const free = x.map((at, i) =>
      (at <= low[i]! && gradient[i]! > 0) || (at >= high[i]! && gradient[i]! < 0) ? 0 : 1,
    );
    const largest = gradient.reduce((most, g, i) => Math.max(most, Math.abs(g * free[i]!)), 0);
    if (!(largest > gradientTolerance)) break;
    const direction = newtonDirection(gradient, free, steps);
    let slope = product(direction, gradient);
    if (!(slope < 0)) {
      steps.length = 0;
      direction.forEach((_, i) => {
        direction[i] = -gradient[i]! * free[i]!;
      });
      slope = product(direction, gradient);
    }
    // Without curvature yet, a first step as long as a tenth of the box at most.
    let length =
      steps.length > 0
        ? 1
        : Math.min(
            1,
            direction.reduce((least, d, i) => Math.min(least, (0.1 * (high[i]! - low[i]!)) / Math.abs(d)), 1),
          );
    let nextValue = Number.NaN;
    const next = new Float64Array(size);
    const nextGradient = new Float64Array(size);
    let accepted = false;
    for (let halving = 0; halving < 20 && evaluations < maxEvaluations && !accepted; halving++) {
      let promised = 0;
      for (let i = 0; i < size; i++) {
        next[i] = clamp(x[i]! + length * direction[i]!, i);
        promised += gradient[i]! * (next[i]! - x[i]!);
      }
      nextValue = objective(next, nextGradient);
      evaluations++;
      accepted = nextValue <= value + 1e-4 * promised;
      // The parabola through both values and the slope, kept within a tenth and a half of the step.
      const fitted = (-slope * length) / (2 * ((nextValue - value) / length - slope));
      if (!accepted) length *= Number.isFinite(fitted) ? Math.min(0.5, Math.max(0.1, fitted / length)) : 0.1;
    }
    if (!accepted) break;
    const move = next.map((at, i) => at - x[i]!);
    const change = nextGradient.map((at, i) => at - gradient[i]!);
    const curvature = product(move, change);
    if (curvature > 1e-10 * product(change, change)) steps.push({ move, change, weight: 1 / curvature });
    if (steps.length > memory) steps.shift();
    const gained = value - nextValue;
    [x, value, gradient] = [next, nextValue, nextGradient];
    if (gained <= valueTolerance * Math.max(1, Math.abs(value))) break;
  }
  return { x, value, evaluations };
}

/** −H·gradient over the free variables, H the inverse curvature that the steps tell of (the two-loop recursion). */
function newtonDirection(gradient: Float64Array, free: Float64Array, steps: readonly Step[]): Float64Array {
  const direction = gradient.map((g, i) => -g * free[i]!);
  const shares = steps.map(() => 0);
  for (let k = steps.length - 1; k >= 0; k--) {
    const { move, change, weight } = steps[k]!;
    shares[k] = weight * product(move, direction);
    for (let i = 0; i < direction.length; i++) direction[i]! -= shares[k]! * change[i]!;
  }
  const last = steps.at(-1);
  if (last !== undefined) {
    const scale = 1 / (last.weight * product(last.change, last.change));
    for (let i = 0; i < direction.length; i++) direction[i]! *= scale;
  }
  steps.forEach(({ move, change, weight }, k) => {
    const share = shares[k]! - weight * product(change, direction);
    for (let i = 0; i < direction.length; i++) direction[i]! += share * move[i]!;
  });
  for (let i = 0; i < direction.length; i++) direction[i]! *= free[i]!;
  return direction;
}

function product(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
