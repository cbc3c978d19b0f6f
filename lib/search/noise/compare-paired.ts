import { type Interval, shownValue, UsageError } from "../../core/index.js";
import { assertOptions } from "../options/assert-options.js";
import { confidenceRule, directionRule } from "../options/option-rules.js";

/** How {@link comparePaired} compares. */
export interface ComparePairedOptions {
  /** How often no comparison of a whole sequence errs, in 0…1; defaults to 0.95. */
  readonly confidence?: number;
  /** Which value is better; defaults to "minimize". */
  readonly direction?: "minimize" | "maximize";
}

/** Two configurations on the same seeds. */
export interface PairedComparison {
  /** `mean(second) − mean(first)` with an interval that holds at every look at once. */
  readonly difference: Interval;
  /** How much likelier the differences are under some difference than under none; from 1/(1 − confidence) it is decided. */
  readonly evidence: number;
  readonly better: "first" | "second" | "undecided";
  readonly pairs: number;
}

/** The difference that is looked for, in standard deviations of the pairs' differences, to either side. */
const effect = 1;

/**
 * Whether one configuration beats another on the same seeds, by a test that may be looked at after every pair and stopped at
 * any time: the chance that it ever names a winner between equals is 1 − confidence.
 *
 * It takes the differences of pairs as normal, with an unknown spread.
 *
 * @param first - one value for each seed
 * @param second - the values of the same seeds, in the same order
 * @param options.confidence - defaults to 0.95
 * @param options.direction - which value is better; defaults to "minimize"
 * @throws UsageError where the two do not pair, or a value is not finite
 * @see T. L. Lai, "On Confidence Sequences" (1976)
 * @see H. Wang and A. Ramdas, "Anytime-Valid t-Tests and Confidence Sequences for Gaussian Means with Unknown Variance" (2024)
 * @example
 * comparePaired([0.1, 0.12, 0.11, 0.1, 0.13], [0.2, 0.23, 0.21, 0.2, 0.22]).better; // "first"
 */
export function comparePaired(
  first: readonly number[],
  second: readonly number[],
  options: ComparePairedOptions = {},
): PairedComparison {
  assertOptions("comparePaired", options, { confidence: confidenceRule(0.95), direction: directionRule });
  const { confidence = 0.95, direction = "minimize" } = options;
  if (first.length !== second.length || ![...first, ...second].every(Number.isFinite))
    throw new UsageError({
      got: `comparePaired got ${shownValue(first)} and ${shownValue(second)}.`,
      expected: "a finite value of each for every seed.",
      fix: "run both configurations on the same seeds, and leave out those on which one failed.",
    });
  const pairs = first.length;
  const differences = second.map((value, i) => value - first[i]!);
  const mean = differences.reduce((sum, d) => sum + d, 0) / Math.max(1, pairs);
  const open = { estimate: mean, low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
  if (pairs < 2) return { difference: open, evidence: 1, better: "undecided", pairs };
  const freedom = pairs - 1;
  const error = Math.sqrt(differences.reduce((sum, d) => sum + (d - mean) ** 2, 0) / freedom / pairs);
  const growth = 1 + pairs * effect ** 2;
  const ratio = error > 0 ? mean ** 2 / error ** 2 / freedom : mean === 0 ? 0 : Number.POSITIVE_INFINITY;
  const gain = Number.isFinite(ratio) ? (1 + ratio) / (1 + ratio / growth) : growth;
  const evidence = gain ** (pairs / 2) / Math.sqrt(growth);
  // The means for which the evidence stays below the limit.
  const limit = (Math.sqrt(growth) / (1 - confidence)) ** (2 / pairs);
  const reach =
    limit < growth
      ? error * Math.sqrt((freedom * (limit - 1)) / (1 - limit / growth))
      : Number.POSITIVE_INFINITY;
  const difference = { estimate: mean, low: mean - reach, high: mean + reach };
  const isDecided = evidence >= 1 / (1 - confidence);
  const isFirst = mean > 0 === (direction === "minimize");
  return { difference, evidence, better: !isDecided ? "undecided" : isFirst ? "first" : "second", pairs };
}
