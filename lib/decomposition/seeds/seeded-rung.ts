import { type ErrorRungName, type Interval, studentQuantile, wilsonLimits } from "../../core/index.js";
import { isExact, type Rung, rungInterval } from "../rung.js";
import type { CrossedVariance } from "./crossed-variance.js";

/** One rung over several training runs, or one that all runs share: the irreducible error. */
export interface SeededRung {
  readonly name: ErrorRungName;
  readonly rate: number;
  /** Error of each run; all the same where the rung is shared. */
  readonly perSeed: readonly number[];
  /** Variance of `rate` from the images that were drawn; the part of the runs is in `perSeed`. */
  readonly imageVariance: number;
  /** Images; absent for a rung that is shared. */
  readonly samples?: number;
  /** Whether those are all there are. */
  readonly census?: boolean;
  /** Where it is the same for all runs. */
  readonly shared?: Rung;
}

/** A rung from the analysis of variance; of a finite population, fewer images are left to chance. */
export function seededRung(
  name: ErrorRungName,
  { mean, seedMeans, components }: CrossedVariance,
  samples: number,
  population: number,
): SeededRung {
  const left = Math.max(0, 1 - samples / population);
  const imageVariance = (left * components.image) / samples;
  return { name, rate: mean, perSeed: seedMeans, imageVariance, samples, census: left === 0 };
}

/** A rung that has nothing to do with the runs. */
export function sharedRung(rung: Rung, seeds: number): SeededRung {
  const { low, high } = rungInterval(rung, 1);
  return {
    ...{ name: rung.name, rate: rung.rate, shared: rung },
    perSeed: new Array<number>(seeds).fill(rung.rate),
    imageVariance: ((high - low) / 2) ** 2,
  };
}

/** How two rungs' means vary together over the runs; of a rung with itself, the part of its variance that runs make. */
export function seedCovariance(a: SeededRung, b: SeededRung): number {
  const seeds = a.perSeed.length;
  const sum = a.perSeed.reduce((total, each, s) => total + (each - a.rate) * (b.perSeed[s]! - b.rate), 0);
  return sum / (seeds - 1) / seeds;
}

/** The variance of a rung's rate: of the runs and of the images. */
export function rungVariance(rung: SeededRung): number {
  return seedCovariance(rung, rung) + rung.imageVariance;
}

/**
 * Degrees of freedom of a variance that is the sum of a part from the runs and a part from the images.
 *
 * @see F. Satterthwaite, "An Approximate Distribution of Estimates of Variance Components" (1946)
 */
export function freedomOf(ofSeeds: number, ofImages: number, seeds: number, samples: number): number {
  const all = (ofSeeds + ofImages) ** 2;
  if (all === 0) return Math.max(1, samples - 1);
  return all / (ofSeeds ** 2 / (seeds - 1) + ofImages ** 2 / Math.max(1, samples - 1));
}

/** Wilson's interval of as many independent samples as have this variance, with Student's t for z. */
export function seededInterval(rung: SeededRung, confidence: number, freedom: number): Interval {
  const t = studentQuantile((1 + confidence) / 2, freedom);
  if (rung.shared !== undefined) {
    if (isExact(rung.shared)) return { estimate: rung.rate, low: rung.rate, high: rung.rate };
    return rungInterval(rung.shared, t);
  }
  const { rate, perSeed, census } = rung;
  const samples = rung.samples!;
  const variance = rungVariance(rung);
  if (census && variance === 0) return { estimate: rate, low: rate, high: rate };
  const independent = variance === 0 ? samples : (rate * (1 - rate)) / variance;
  // No more than there were predictions; where nothing ever went wrong, the images of one run.
  return wilsonLimits(rate, census ? independent : Math.min(independent, samples * perSeed.length), t);
}
