import type { SearchSpace } from "../space/search-space.js";
import { toUnit } from "../space/to-unit.js";
import type { TrialRecord } from "./trial-record.js";

/**
 * So many of the trials, spread evenly over the space: each is the one farthest from those before. Most samplers crowd where it is
 * good, and what is usual there is not usual in the space.
 *
 * @returns their indices
 * @see T. Gonzalez, "Clustering to Minimize the Maximum Intercluster Distance" (1985)
 */
export function evenlySpread(trials: readonly TrialRecord[], space: SearchSpace, count: number): number[] {
  const points = trials.map(({ parameters }) =>
    space.map(({ name, distribution }) => {
      const value = parameters[name];
      return value === undefined ? undefined : toUnit(distribution, value);
    }),
  );
  const apart = (a: number, b: number): number =>
    space.reduce((sum, { distribution }, k) => {
      const [x, y] = [points[a]![k], points[b]![k]];
      if (x === y) return sum;
      if (x === undefined || y === undefined || distribution.type === "choice") return sum + 1;
      return sum + (x - y) ** 2;
    }, 0);
  const chosen: number[] = [];
  const nearest = trials.map(() => Number.POSITIVE_INFINITY);
  for (let next = 0; chosen.length < Math.min(count, trials.length); ) {
    chosen.push(next);
    nearest[next] = -1;
    let farthest = 0;
    for (let i = 0; i < trials.length; i++) {
      if (nearest[i]! >= 0) nearest[i] = Math.min(nearest[i]!, apart(i, next));
      if (nearest[i]! > nearest[farthest]!) farthest = i;
    }
    next = farthest;
  }
  return chosen;
}
