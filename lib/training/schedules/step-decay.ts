import { checkOptions, UsageError } from "../../core/index.js";
import { assertNumber } from "../assert-number.js";
import type { Schedule } from "./schedule.js";

/** Options for {@link stepDecay}. */
export interface StepDecayOptions {
  /** The rate of the first update, above 0. */
  from: number;
  /** What the rate is multiplied by at each drop, between 0 and 1; defaults to 0.1. */
  factor?: number;
  /** When it drops, as shares of the training; defaults to [0.5, 0.75]. */
  at?: readonly number[];
}

/**
 * A rate that drops at set times and stays in between; by default to a tenth after half, and again after three quarters.
 *
 * @throws UsageError when a rate, the factor or a share cannot be
 * @see K. He et al., "Deep Residual Learning for Image Recognition" (2016), section 4.2, which drops there; the numbers are
 *   those of PyTorch's `MultiStepLR`
 * @example
 * const rate = stepDecay({ from: 1, factor: 0.5 });
 * [0, 49, 50, 75].map((step) => rate(step, 100)); // [1, 1, 0.5, 0.25]
 */
export function stepDecay(options: StepDecayOptions): Schedule {
  checkOptions("stepDecay", options, ["from", "factor", "at"]);
  const { from, factor = 0.1, at = [0.5, 0.75] } = options;
  assertNumber("stepDecay", { from }, { above: 0 });
  assertNumber("stepDecay", { factor }, { above: 0, below: 1 });
  const wrong = at.find((share) => !(share > 0 && share < 1));
  if (wrong !== undefined)
    throw new UsageError({
      got: `stepDecay got a drop at ${wrong}.`,
      expected: "shares of the training, between 0 and 1.",
      fix: "divide the update's number by the number of updates: { at: [0.5, 0.75] }.",
    });
  return (step, steps) => from * factor ** at.filter((share) => step >= Math.round(share * steps)).length;
}
