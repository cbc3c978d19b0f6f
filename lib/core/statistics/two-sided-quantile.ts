import { UsageError } from "../usage-error.js";
import { normalQuantile } from "./normal-quantile.js";

/**
 * How many standard errors an interval of this confidence reaches to either side.
 *
 * @throws UsageError when `confidence` is not between 0 and 1
 * @example
 * twoSidedQuantile(0.95).toFixed(6); // "1.959964"
 */
export function twoSidedQuantile(confidence: number): number {
  if (!(confidence > 0 && confidence < 1))
    throw new UsageError({
      got: `confidence is ${confidence}.`,
      expected: "a number between 0 and 1.",
      fix:
        confidence > 1 && confidence < 100
          ? `pass ${Number((confidence / 100).toPrecision(12))}.`
          : "pass 0.95.",
    });
  return normalQuantile((1 + confidence) / 2);
}
