import { UsageError } from "../usage-error.js";
import { normalProbability } from "./normal-probability.js";

/** Mean and variance of a largest draw. */
export interface LargestOf {
  readonly mean: number;
  readonly variance: number;
}

/** Beyond ±9.5 lies nothing that a largest of 10¹² draws would show. */
const edge = 9.5;
const steps = 1900;

/**
 * The largest of several independent standard-normal draws: how far the best of equally good candidates stands out by luck.
 *
 * @param draws - how many, 1 or more
 * @throws UsageError for less than one
 * @see H. A. David and H. N. Nagaraja, "Order Statistics" (2003), section 3.1
 * @example
 * expectedMaximum(100).mean.toFixed(4); // "2.5076"
 */
export function expectedMaximum(draws: number): LargestOf {
  if (!(draws >= 1 && Number.isFinite(draws)))
    throw new UsageError({
      got: `expectedMaximum got ${draws} draws.`,
      expected: "one or more.",
      fix: "pass how many candidates were compared.",
    });
  // E[M] = ∫ step(x) − P(M ≤ x) dx and E[M²] = ∫ 2x·(the same) dx. The trapezoid rule has nearly all digits of functions so
  // smooth; at the step it takes the middle, and where x·step(x) has its bend it lacks width²/6.
  const width = (2 * edge) / steps;
  let [mean, square] = [0, (width * width) / 6];
  for (let i = -steps / 2; i <= steps / 2; i++) {
    const x = i * width;
    const rest = (1 + Math.sign(x)) / 2 - normalProbability(x) ** draws;
    mean += rest * width;
    square += 2 * x * rest * width;
  }
  return { mean, variance: square - mean * mean };
}
