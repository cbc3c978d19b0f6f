import type { Axes } from "../gaussian-process/axes.js";
import { existsAt } from "../gaussian-process/axes.js";
import { type AxisFunctions, axisFunctions } from "./axis-functions.js";

/** One summand of the surrogate: a function of one axis, or the product of functions of two. */
export interface Term {
  readonly axes: readonly number[];
  readonly functions: readonly number[];
  /** Of all its functions, less 1 for each. */
  readonly turns: number;
}

/** A surrogate's summands, and how they are computed. */
export interface Terms {
  readonly list: readonly Term[];
  /** All terms at a snapped point; 0 for those of a hyperparameter that does not exist there. */
  at(point: Float64Array): Float64Array;
  /** The terms of one axis alone at a place of it; 0 for all others. */
  alone(axis: number, place: number): Float64Array;
}

const mainDegree = 5;
/** Beyond so many axes, only the plainest product of two is a term. */
const axesWithBentProducts = 8;

/**
 * Polynomials of each axis, and products of two: over an even draw from the space their squared weights are the parts of
 * the variance, which are Sobol's shares.
 *
 * @param pairs - which axes may act together
 * @see B. Sudret, "Global Sensitivity Analysis Using Polynomial Chaos Expansions" (2008)
 */
export function surrogateTerms(axes: Axes, pairs: readonly (readonly [number, number])[]): Terms {
  const functions = axes.list.map((axis) => axisFunctions(axis, mainDegree));
  const mostTurns = axes.list.length > axesWithBentProducts ? 0 : 1;
  const list = [
    ...functions.flatMap(mainTerms),
    ...pairs.flatMap(([a, b]) => products(functions, a, b, mostTurns)),
  ];
  return {
    list,
    at(point) {
      const values = functions.map(({ at, count }, axis) =>
        existsAt(axes.list, point, axis) ? at(point[axis]!) : new Float64Array(count),
      );
      return Float64Array.from(list, ({ axes, functions }) =>
        axes.reduce((product, axis, i) => product * values[axis]![functions[i]!]!, 1),
      );
    },
    alone(axis, place) {
      const values = functions[axis]!.at(place);
      return Float64Array.from(list, ({ axes, functions: [f] }) =>
        axes.length === 1 && axes[0] === axis ? values[f!]! : 0,
      );
    },
  };
}

function mainTerms({ count, degree }: AxisFunctions, axis: number): Term[] {
  return Array.from({ length: count }, (_, f) => ({ axes: [axis], functions: [f], turns: degree(f) - 1 }));
}

function products(functions: readonly AxisFunctions[], a: number, b: number, mostTurns: number): Term[] {
  const terms: Term[] = [];
  for (let f = 0; f < functions[a]!.count; f++)
    for (let g = 0; g < functions[b]!.count; g++) {
      const turns = functions[a]!.degree(f) + functions[b]!.degree(g) - 2;
      if (turns <= mostTurns) terms.push({ axes: [a, b], functions: [f, g], turns });
    }
  return terms;
}
