import { type ErrorRungName, type Interval, type Rate, wilsonLimits } from "../core/index.js";

/** One rung: its rate, and how many images it was counted on (none where the rate is taken as exact). */
export interface Rung {
  readonly name: ErrorRungName;
  readonly rate: number;
  readonly samples: number | undefined;
  /** Images there are to count on; Infinity where there is no end of them. */
  readonly population: number;
}

/** A checked rate as a rung. */
export function makeRung(name: ErrorRungName, rate: Rate): Rung {
  if (typeof rate === "number") return { name, rate, samples: undefined, population: 0 };
  const { errors, samples, population = Number.POSITIVE_INFINITY } = rate;
  return { name, rate: errors / samples, samples, population };
}

/** Whether the rate has no sampling error: given without counts, or counted on all there is. */
export function isExact({ samples, population }: Rung): boolean {
  return samples === undefined || samples >= population;
}

/**
 * Wilson's interval of a rung, z standard errors to either side. Of a finite population it is narrower by
 * √(1 − samples/population), down to nothing where all of it was counted.
 *
 * @see W. Cochran, "Sampling Techniques" (1977), section 2.6, on the finite population correction
 */
export function rungInterval(rung: Rung, z: number): Interval {
  const { rate, samples, population } = rung;
  if (samples === undefined || isExact(rung)) return { estimate: rate, low: rate, high: rate };
  const { low, high } = wilsonLimits(rate, samples, z);
  const factor = Math.sqrt(1 - samples / population);
  return { estimate: rate, low: rate - (rate - low) * factor, high: rate + (high - rate) * factor };
}
