import { checkOptions } from "../../core/index.js";
import { assertNumber } from "../assert-number.js";
import { constant } from "./constant.js";
import type { Schedule } from "./schedule.js";

/** Options for {@link warmUp}. */
export interface WarmUpOptions {
  /** How many updates the rise takes, 1 or more. */
  steps: number;
}

/**
 * A straight rise to where another schedule begins, which then has the rest of the training.
 *
 * @param next - a rate, or the schedule that follows
 * @throws UsageError when the rise takes no update, or the rate cannot be
 * @see P. Goyal et al., "Accurate, Large Minibatch SGD: Training ImageNet in 1 Hour" (2017), section 2.2
 * @example
 * const rate = warmUp(0.4, { steps: 4 });
 * [0, 1, 2, 3, 4].map((step) => rate(step, 100)); // [0.1, 0.2, 0.3, 0.4, 0.4]
 */
export function warmUp(next: number | Schedule, options: WarmUpOptions): Schedule {
  checkOptions("warmUp", options, ["steps"]);
  const { steps: rise } = options;
  assertNumber("warmUp", { steps: rise }, { whole: true, above: 0 });
  const schedule = typeof next === "number" ? constant(next) : next;
  return (step, steps) => {
    const rest = Math.max(1, steps - rise);
    return step < rise ? (schedule(0, rest) * (step + 1)) / rise : schedule(step - rise, rest);
  };
}
