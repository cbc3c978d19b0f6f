import type { Distribution, FloatDistribution, IntDistribution } from "../space/distribution.js";
import { fromUnit } from "../space/from-unit.js";

/** A range of numbers. */
export type NumberDistribution = FloatDistribution | IntDistribution;

/** From where to where a range lies on an axis, in 0 … 1. */
export type Stretch = readonly [number, number];

/** The part of a range between two places on its axis; of one value at least where it has steps. */
export function subRange(whole: NumberDistribution, [from, to]: Stretch): NumberDistribution {
  const [low, high] = [fromUnit(whole, Math.max(0, from)), fromUnit(whole, Math.min(1, to))] as [
    number,
    number,
  ];
  return { ...whole, low, high };
}

/** Where a part of a range lies on the whole's axis; steps count with all of their width. */
export function stretchOf(
  whole: NumberDistribution,
  { low, high }: Pick<NumberDistribution, "low" | "high">,
): Stretch {
  const { step } = whole;
  if (whole.log) {
    const half = whole.type === "int" ? 0.5 : 0;
    const width = Math.log((whole.high + half) / (whole.low - half));
    return [
      Math.log((low - half) / (whole.low - half)) / width,
      Math.log((high + half) / (whole.low - half)) / width,
    ];
  }
  const more = step ?? 0;
  const width = whole.high - whole.low + more;
  return [(low - whole.low) / width, (high + more - whole.low) / width];
}

/** The same range in logarithms, where that makes a difference and is allowed; undefined elsewhere. */
export function inLogarithms(distribution: Distribution): NumberDistribution | undefined {
  if (distribution.type === "choice" || distribution.log || !(distribution.low > 0)) return undefined;
  if (distribution.type === "float" && distribution.step !== undefined) return undefined;
  if (distribution.type === "int" && distribution.step !== 1) return undefined;
  return distribution.high / distribution.low >= 50 ? { ...distribution, log: true } : undefined;
}
