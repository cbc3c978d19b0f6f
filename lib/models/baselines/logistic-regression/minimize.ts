/** A function and its slope at one point. */
export interface Evaluation {
  readonly value: number;
  readonly gradient: Float64Array;
}

/** Options for {@link minimize}. */
export interface MinimizeOptions {
  /** Ends where no number of the gradient is larger. */
  tolerance: number;
  /** Ends after so many steps at the latest. */
  maxIterations: number;
}

/** What {@link minimize} found. */
export interface Minimum {
  readonly point: Float64Array;
  readonly iterations: number;
  /** Whether the gradient got below the tolerance. */
  readonly converged: boolean;
}

/** Steps whose curvature is remembered. */
const MEMORY = 10;

/** A step must lower the value by this share of what the slope promises. */
const ARMIJO = 1e-4;

/** Values closer than this, relative to their size, are equal in float32; the slope then says whether a step was good. */
const ROUNDING = 1e-6;

/** A step that the value cannot judge must leave at most this share of the slope. */
const FLATTER = 0.9;

/** Halved so often, a step is lost in rounding: the point is as low as can be told. */
const MOST_HALVINGS = 30;

interface Curvature {
  readonly step: Float64Array;
  readonly change: Float64Array;
  readonly product: number;
}

/**
 * Finds the minimum of a smooth convex function by L-BFGS with a backtracking line search: no chance, no learning rate.
 *
 * @see J. Nocedal and S. Wright, "Numerical Optimization" (2006), algorithms 7.4 and 3.1;
 *   W. Hager and H. Zhang, "A New Conjugate Gradient Method with Guaranteed Descent" (2005), on judging by slopes
 */
export async function minimize(
  evaluate: (point: Float64Array) => Promise<Evaluation>,
  start: Float64Array,
  { tolerance, maxIterations }: MinimizeOptions,
): Promise<Minimum> {
  let point = start;
  let here = await evaluate(point);
  const memory: Curvature[] = [];
  let iterations = 0;
  const converged = () => here.gradient.every((slope) => Math.abs(slope) <= tolerance);
  for (; iterations < maxIterations && !converged(); iterations++) {
    const direction = descent(here.gradient, memory);
    const next = await lineSearch(evaluate, point, here, direction, memory.length === 0);
    if (next === undefined) break;
    remember(memory, difference(next.point, point), difference(next.at.gradient, here.gradient));
    point = next.point;
    here = next.at;
  }
  return { point, iterations, converged: converged() };
}

/** Downhill, stretched by the curvature seen so far: Nocedal's two loops. */
function descent(gradient: Float64Array, memory: readonly Curvature[]): Float64Array {
  const direction = gradient.map((slope) => -slope);
  const shares = memory.map(() => 0);
  for (let i = memory.length - 1; i >= 0; i--) {
    const { step, change, product } = memory[i]!;
    shares[i] = dot(step, direction) / product;
    add(direction, change, -shares[i]!);
  }
  const last = memory.at(-1);
  if (last !== undefined) {
    const scale = last.product / dot(last.change, last.change);
    for (let k = 0; k < direction.length; k++) direction[k]! *= scale;
  }
  for (const [i, { step, change, product }] of memory.entries())
    add(direction, step, shares[i]! - dot(change, direction) / product);
  return direction;
}

/** The first of 1, ½, ¼, … of the direction that goes down enough; the very first step is of length 1 at most. */
async function lineSearch(
  evaluate: (point: Float64Array) => Promise<Evaluation>,
  from: Float64Array,
  { value, gradient }: Evaluation,
  direction: Float64Array,
  isFirst: boolean,
): Promise<{ point: Float64Array; at: Evaluation } | undefined> {
  const slope = dot(gradient, direction);
  let length = isFirst ? Math.min(1, 1 / Math.sqrt(-slope)) : 1;
  for (let i = 0; i < MOST_HALVINGS; i++, length /= 2) {
    const point = from.slice();
    add(point, direction, length);
    const at = await evaluate(point);
    if (at.value <= value + ARMIJO * length * slope) return { point, at };
    const looksEqual = Math.abs(at.value - value) <= ROUNDING * Math.abs(value);
    if (looksEqual && Math.abs(dot(at.gradient, direction)) <= FLATTER * Math.abs(slope))
      return { point, at };
  }
  return undefined;
}

function remember(memory: Curvature[], step: Float64Array, change: Float64Array): void {
  const product = dot(step, change);
  if (!(product > 1e-10 * dot(change, change))) return; // rounding, not curvature
  memory.push({ step, change, product });
  if (memory.length > MEMORY) memory.shift();
}

function difference(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, k) => value - b[k]!);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += a[k]! * b[k]!;
  return sum;
}

/** a += factor · b */
function add(a: Float64Array, b: Float64Array, factor: number): void {
  for (let k = 0; k < a.length; k++) a[k]! += factor * b[k]!;
}
