import { type Axes, levelPlaces } from "../gaussian-process/axes.js";
import type { ParameterValue } from "../space/distribution.js";
import { fromUnit } from "../space/from-unit.js";
import type { Terms } from "./terms.js";

/** On which side a hyperparameter is better. */
export interface BestPlace {
  /** Where the objective is best along it, the others averaged: at the higher or lower end, between, or a choice. */
  readonly better: "higher" | "lower" | "between" | "ends" | "choice";
  /** The value at which it is best so. */
  readonly bestValue: ParameterValue;
}

/** Where the surrogate is best along one axis, the others averaged, and on which side that lies. */
export function bestPlace(axes: Axes, k: number, { alone }: Terms, weights: Float64Array): BestPlace {
  const axis = axes.list[k]!;
  const places = axis.levels <= 100 ? levelPlaces(axis) : Array.from({ length: 101 }, (_, i) => i / 100);
  const values = places.map((place) => {
    return alone(k, place).reduce((sum, value, t) => sum + weights[t]! * value, 0);
  });
  const best = values.indexOf(Math.min(...values));
  const bestValue = fromUnit(axis.distribution, places[best]!);
  if (axis.isChoice) return { better: "choice", bestValue };
  const end = values.length - 1;
  // Between, where both ends are worse by a tenth of all that it does.
  const margin = 0.1 * (Math.max(...values) - values[best]!);
  const worst = values.indexOf(Math.max(...values));
  const [atLow, atHigh] = [values[0]! - values[best]! <= margin, values[end]! - values[best]! <= margin];
  if (atLow && atHigh && worst > 0 && worst < end) return { better: "ends", bestValue };
  if (!atLow && !atHigh) return { better: "between", bestValue };
  return { better: atHigh ? "higher" : "lower", bestValue };
}
