import { UsageError } from "../usage-error.js";
import type { Interval, IntervalOptions } from "./interval.js";
import { studentQuantile } from "./student-quantile.js";
import { twoSidedQuantile } from "./two-sided-quantile.js";

/**
 * Welch's interval of `mean(second) − mean(first)`, two groups of independent values whose spreads may differ: the errors
 * of two programs over several seeds each.
 *
 * @param first - two values or more
 * @param second - two values or more
 * @throws UsageError for fewer, or for a confidence that is none
 * @see B. L. Welch, "The Generalization of Student's Problem when Several Different Population Variances are Involved" (1947)
 * @example
 * welchInterval([1, 2, 3], [3, 4, 5]).estimate; // 2
 */
export function welchInterval(
  first: readonly number[],
  second: readonly number[],
  { confidence = 0.95 }: IntervalOptions = {},
): Interval {
  twoSidedQuantile(confidence); // refuses what is no confidence
  if (Math.min(first.length, second.length) < 2)
    throw new UsageError({
      got: `welchInterval got ${first.length} and ${second.length} values.`,
      expected: "two of each, or more: one value says nothing of its spread.",
      fix: "run more seeds.",
    });
  const [a, b] = [moments(first), moments(second)];
  const estimate = b.mean - a.mean;
  const variance = a.variance + b.variance;
  if (variance === 0) return { estimate, low: estimate, high: estimate };
  const freedom =
    variance ** 2 / (a.variance ** 2 / (first.length - 1) + b.variance ** 2 / (second.length - 1));
  const reach = studentQuantile((1 + confidence) / 2, freedom) * Math.sqrt(variance);
  return { estimate, low: estimate - reach, high: estimate + reach };
}

/**
 * Student's interval of a mean, from two independent values or more.
 *
 * @throws UsageError for fewer, or for a confidence that is none
 * @see Student, "The Probable Error of a Mean" (1908)
 * @example
 * meanInterval([1, 2, 3]).estimate; // 2
 */
export function meanInterval(
  values: readonly number[],
  { confidence = 0.95 }: IntervalOptions = {},
): Interval {
  twoSidedQuantile(confidence);
  if (values.length < 2)
    throw new UsageError({
      got: `meanInterval got ${values.length} values.`,
      expected: "two or more: one value says nothing of its spread.",
      fix: "run more seeds.",
    });
  const { mean, variance } = moments(values);
  const reach = studentQuantile((1 + confidence) / 2, values.length - 1) * Math.sqrt(variance);
  return { estimate: mean, low: mean - reach, high: mean + reach };
}

/** The mean, and the variance of that mean. */
function moments(values: readonly number[]): { mean: number; variance: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, variance: squares / (values.length - 1) / values.length };
}
