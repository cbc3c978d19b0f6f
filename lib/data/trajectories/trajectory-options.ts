import { checkOptions, UsageError } from "../../core/index.js";
import { checkCount, checkNotNegative, checkRate, checkSeed } from "../check-values.js";
import { expectedError, orderOfError } from "./expected-error.js";

/** Options for `makeTrajectories`. */
export interface MakeTrajectoriesOptions {
  /** Picks the people; defaults to 0. The same seed gives the same sequences. */
  seed?: number;
  /** Share of people who cross, 0 … 1; defaults to 0.5. */
  crossRate?: number;
  /** Fewest and most steps of a sequence, 2 … 1000; every length between is as likely. Defaults to [10, 100]. */
  length?: readonly [fewest: number, most: number];
  /** Standard deviation of the sensor's error, in metres per second and in radians; defaults to 0.1. */
  noise?: number;
  /** How far these people are from those at 0 (the default): up to severity 5 they walk slower and turn their heads less. */
  shift?: number;
  /** Share of labels turned to the other class, 0 … 1; defaults to 0. The truth stays in the tag `crosses`. */
  labelNoise?: number;
  /**
   * The error that nobody can avoid, in expectation, with sensors that see everything; defaults to 0.02. Noise, shift
   * and `labelNoise` come on top. `bayesError(dataset)` is exact for the set at hand, with all of them.
   */
  ambiguity?: number;
}

/** The options, complete and in range. */
export interface TrajectorySettings extends Required<Omit<MakeTrajectoriesOptions, "ambiguity">> {
  /** Chance that the next act is the one whose turn it is, which is what `ambiguity` comes to. */
  readonly order: number;
}

/** Fills in the defaults, and refuses what is out of range. */
export function resolveTrajectoryOptions(
  samples: number,
  options: MakeTrajectoriesOptions,
): TrajectorySettings {
  checkOptions("makeTrajectories", options, [
    ...["seed", "crossRate", "length", "noise"],
    ...["shift", "labelNoise", "ambiguity"],
  ]);
  const { seed = 0, crossRate = 0.5, length = [10, 100], noise = 0.1, shift = 0 } = options;
  const { labelNoise = 0 } = options;
  checkCount("samples", samples, 1, 100_000_000);
  checkSeed(seed);
  checkRate("crossRate", crossRate);
  checkLength(length);
  checkNotNegative("noise", noise);
  checkCount("shift", shift, 0, 5);
  checkRate("labelNoise", labelNoise);
  const odds = { crossRate, length };
  const [least, most] = [expectedError(1, odds), expectedError(0.5, odds)];
  const { ambiguity = Math.min(Math.max(0.02, least), most) } = options;
  checkRate("ambiguity", ambiguity);
  if (ambiguity < least || ambiguity > most) throw impossible(ambiguity, least, most, odds);
  const order = orderOfError(ambiguity, odds);
  return { seed, crossRate, length, noise, shift, labelNoise, order };
}

function checkLength(length: readonly [number, number]): void {
  const [fewest, most] = length;
  const areCounts = [fewest, most].every((steps) => Number.isInteger(steps) && steps >= 2 && steps <= 1000);
  if (length.length === 2 && areCounts && fewest <= most) return;
  throw new UsageError({
    got: `length is [${length.join(", ")}].`,
    expected: "two whole numbers from 2 to 1000, the smaller first.",
    fix: "pass { length: [10, 100] }.",
  });
}

function impossible(
  ambiguity: number,
  least: number,
  most: number,
  { crossRate, length }: { crossRate: number; length: readonly [number, number] },
): UsageError {
  const isLow = ambiguity < least;
  return new UsageError({
    got: `ambiguity is ${ambiguity} at crossRate ${crossRate} and lengths [${length.join(", ")}].`,
    expected: `from ${least.toPrecision(2)} to ${most.toPrecision(3)}: ${isLow ? "a short sequence may show nothing that tells" : "always naming the commoner class errs no more often"}.`,
    fix: isLow
      ? `pass { ambiguity: ${(Math.ceil(least * 1e4) / 1e4).toString()} }, or longer sequences.`
      : `pass { ambiguity: ${(Math.floor(most * 100) / 100).toString()} }, or a crossRate nearer to 0.5.`,
  });
}
