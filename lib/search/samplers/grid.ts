import { checkOptions, UsageError } from "../../core/index.js";
import type { Distribution, Parameters, ParameterValue } from "../space/distribution.js";
import { existsUnder } from "../space/exists-under.js";
import { fromUnit, sizeOf } from "../space/from-unit.js";
import type { SearchSpace, SpaceParameter } from "../space/search-space.js";
import { sampledBefore } from "./sampled-before.js";
import type { Sampler } from "./sampler.js";

/** How fine a grid is. */
export interface GridOptions {
  /** How many values a range gets, its ends included, if it has so many; defaults to 5. */
  readonly points?: number;
  /** The values of some hyperparameters by name, such as `{ learningRate: [1e-4, 1e-3] }`. */
  readonly values?: Readonly<Record<string, readonly ParameterValue[]>>;
}

const mostPoints = 1e6;

/**
 * Tries every combination, the last hyperparameter's values first; then it has no more to propose.
 *
 * @param options.points - how many values a range gets, even in logarithms where it has log; defaults to 5
 * @param options.values - the values of some hyperparameters by name; defaults to none
 * @throws UsageError when the study declared no space, or the grid has more than a million points
 * @example
 * grid({ points: 3 }).size(space({ x: float(0, 1), optimizer: choice(["adam", "sgd"]) })); // 6
 */
export function grid(options: GridOptions = {}): Sampler & { size(space: SearchSpace): number } {
  checkOptions("grid", options, ["points", "values"]);
  const { points = 5, values = {} } = options;
  if (!Number.isInteger(points) || points < 2)
    throw new UsageError({
      got: `grid got points: ${points}.`,
      expected: "a whole number from 2, for both ends of a range.",
      fix: "write grid({ points: 5 }).",
    });
  const known = new WeakMap<SearchSpace, readonly Parameters[]>();
  const pointsOf = (space: SearchSpace): readonly Parameters[] => {
    const made =
      known.get(space) ??
      combinations(space, ({ name, distribution }) => values[name] ?? along(distribution, points));
    known.set(space, made);
    return made;
  };
  return {
    name: "grid",
    size: (space) => pointsOf(space).length,
    suggest(request): Parameters {
      const all = pointsOf(request.space);
      return all[sampledBefore(request) % all.length]!;
    },
  };
}

/** Evenly spaced values of a distribution, or all where there are no more. */
function along(distribution: Distribution, points: number): readonly ParameterValue[] {
  if (distribution.type === "choice") return distribution.choices;
  const size = sizeOf(distribution);
  if (size <= points && !distribution.log)
    return Array.from({ length: size }, (_, i) => fromUnit(distribution, (i + 0.5) / size));
  const { low, high, log } = distribution;
  // Both ends are points; what falls between steps goes to the nearest.
  const spread = Array.from({ length: points }, (_, i) => {
    const share = i / (points - 1);
    const value = log ? low * (high / low) ** share : low + share * (high - low);
    return nearest(distribution, i === points - 1 ? high : value);
  });
  return [...new Set(spread)];
}

function nearest(distribution: Exclude<Distribution, { type: "choice" }>, value: number): ParameterValue {
  const { low, step } = distribution;
  if (step === undefined) return value;
  const size = sizeOf(distribution);
  const index = Math.min(size - 1, Math.round((value - low) / step));
  return distribution.log ? low + index * step : fromUnit(distribution, (index + 0.5) / size);
}

/** Every combination that the conditions allow. */
function combinations(
  space: SearchSpace,
  valuesOf: (parameter: SpaceParameter) => readonly ParameterValue[],
): readonly Parameters[] {
  let made: Parameters[] = [{}];
  for (const parameter of space) {
    const values = valuesOf(parameter);
    if (made.length * values.length > mostPoints)
      throw new UsageError({
        got: `the grid has more than ${mostPoints} points.`,
        expected: "fewer.",
        fix: "name fewer values, such as grid({ points: 3 }), or take random().",
      });
    made = made.flatMap((point) =>
      existsUnder(parameter, point)
        ? values.map((value) => ({ ...point, [parameter.name]: value }))
        : [point],
    );
  }
  return made;
}
