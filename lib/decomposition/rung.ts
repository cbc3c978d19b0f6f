import {
  type ErrorRungName,
  type Interval,
  type Rate,
  twoSidedQuantile,
  wilsonLimits,
} from "../core/index.js";
import type { EstimatedRate } from "./error-ladder.js";

/** One rung: its rate, and how many images it was counted on (none where the rate is taken as exact). */
export interface Rung {
  readonly name: ErrorRungName;
  readonly rate: number;
  readonly samples: number | undefined;
  /** Images there are to count on; Infinity where there is no end of them. */
  readonly population: number;
  /** Of a rate that came with an interval: its standard error downwards and upwards. */
  readonly spread?: { readonly below: number; readonly above: number };
}

/** A checked rate as a rung. */
export function makeRung(name: ErrorRungName, rate: Rate | EstimatedRate): Rung {
  if (typeof rate === "number") return { name, rate, samples: undefined, population: 0 };
  if (!("errors" in rate)) {
    const { estimate, low, high, confidence = 0.95 } = rate;
    const z = twoSidedQuantile(confidence);
    const spread = { below: (estimate - low) / z, above: (high - estimate) / z };
    return { name, rate: estimate, samples: undefined, population: 0, spread };
  }
  const { errors, samples, population = Number.POSITIVE_INFINITY } = rate;
  return { name, rate: errors / samples, samples, population };
}

/** Whether more images would tell more of the rate: it was counted, and not on all there is. */
export function isCounted({ samples, population }: Rung): boolean {
  return samples !== undefined && samples < population;
}

/** Whether the rate has no sampling error: given without counts and interval, or counted on all there is. */
export function isExact(rung: Rung): boolean {
  return !isCounted(rung) && rung.spread === undefined;
}

/** As many samples of an endless population tell as much as these do of theirs. */
export function effectiveSamples({ samples = 0, population }: Rung): number {
  return samples / (1 - samples / population);
}

/**
 * Wilson's interval of a rung, z standard errors to either side. Of a finite population it is narrower by
 * √(1 − samples/population), down to nothing where all of it was counted.
 *
 * @see W. Cochran, "Sampling Techniques" (1977), section 2.6, on the finite population correction
 */
export function rungInterval(rung: Rung, z: number): Interval {
  const { rate, samples, population, spread } = rung;
  if (spread !== undefined)
    return {
      estimate: rate,
      low: Math.max(0, rate - z * spread.below),
      high: Math.min(1, rate + z * spread.above),
    };
  if (samples === undefined || isExact(rung)) return { estimate: rate, low: rate, high: rate };
  const { low, high } = wilsonLimits(rate, samples, z);
  const factor = Math.sqrt(1 - samples / population);
  return { estimate: rate, low: rate - (rate - low) * factor, high: rate + (high - rate) * factor };
}
