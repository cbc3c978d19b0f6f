import type { RandomSource } from "../../core/index.js";
import type { PointProblem } from "./points-in-plane.js";

/** More points than these make the posterior no better that anybody could notice. */
const most = 2048;

/**
 * A problem whose classes are curves, each with its points evenly spread over t in 0 … 1.
 *
 * @param length - of a curve, at most
 * @param at - the point of a class at t
 */
export function curves(
  name: string,
  length: number,
  at: (label: number, t: number) => readonly [x: number, y: number],
): PointProblem {
  return {
    name,
    draw: (label: number, random: RandomSource) => at(label, random()),
    centres(label, spacing) {
      const count = Math.ceil(Math.min(most, Math.max(64, length / spacing)));
      const points = new Float64Array(2 * count);
      for (let i = 0; i < count; i++) points.set(at(label, (i + 0.5) / count), 2 * i);
      return points;
    },
  };
}
