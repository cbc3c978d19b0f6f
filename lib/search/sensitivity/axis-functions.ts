import { type Axis, levelPlaces } from "../gaussian-process/axes.js";

/** Functions of one axis: of mean 0, of variance 1 and uncorrelated over an even draw; simplest first. */
export interface AxisFunctions {
  readonly count: number;
  /** How many turns function f may take; 1 for every contrast between choices. */
  degree(f: number): number;
  /** All functions at a place. */
  at(place: number): Float64Array;
}

/** Legendre's polynomials for a number with many values, polynomials over the values for one with few, contrasts of choices. */
export function axisFunctions(axis: Axis, maxDegree: number): AxisFunctions {
  if (axis.levels > 12 && !axis.isChoice) {
    const at = (place: number): Float64Array => legendre(2 * Math.min(Math.max(place, 0), 1) - 1, maxDegree);
    return { count: maxDegree, degree: (f) => f + 1, at };
  }
  const places = levelPlaces(axis);
  const count = axis.isChoice ? places.length - 1 : Math.min(maxDegree, places.length - 1);
  const table = orthonormalColumns(shareOfEach(axis, places), count);
  return {
    count,
    degree: (f) => (axis.isChoice ? 1 : f + 1),
    at: (place) =>
      table[places.findIndex((level) => Math.abs(level - place) < 1e-9)] ?? new Float64Array(count),
  };
}

/** Legendre's polynomials 1 … degree at x in −1 … 1, scaled to variance 1. */
function legendre(x: number, degree: number): Float64Array {
  const values = new Float64Array(degree);
  let [before, now] = [1, x];
  for (let n = 1; n <= degree; n++) {
    values[n - 1] = now * Math.sqrt(2 * n + 1);
    [before, now] = [now, ((2 * n + 1) * x * now - n * before) / (n + 1)];
  }
  return values;
}

/** How often each level is drawn: a whole number on a logarithmic scale as often as its part of it is wide. */
function shareOfEach({ distribution }: Axis, places: readonly number[]): number[] {
  if (distribution.type === "choice" || !distribution.log) return places.map(() => 1 / places.length);
  const half = (distribution.step ?? 1) / 2;
  const width = (level: number): number => Math.log((level + half) / (level - half));
  const widths = places.map((_, i) => width(distribution.low + 2 * half * i));
  const whole = widths.reduce((sum, part) => sum + part, 0);
  return widths.map((part) => part / whole);
}

/** For levels with these shares the polynomials over their number, made orthonormal one after the other. */
function orthonormalColumns(shares: readonly number[], count: number): Float64Array[] {
  const columns: number[][] = [shares.map(() => 1)];
  const product = (a: readonly number[], b: readonly number[]): number =>
    shares.reduce((sum, share, level) => sum + share * a[level]! * b[level]!, 0);
  for (let f = 1; f <= count; f++) {
    let column = columns.at(-1)!.map((value, level) => value * (level - (shares.length - 1) / 2));
    // Twice, for once leaves rounding behind.
    for (const earlier of [...columns, ...columns]) {
      const along = product(column, earlier);
      column = column.map((value, level) => value - along * earlier[level]!);
    }
    const size = Math.sqrt(product(column, column));
    columns.push(column.map((value) => value / size));
  }
  return shares.map((_, level) => Float64Array.from(columns.slice(1), (column) => column[level]!));
}
