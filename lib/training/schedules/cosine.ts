import { checkOptions } from "../../core/index.js";
import { assertNumber } from "../assert-number.js";
import type { Schedule } from "./schedule.js";

/** Options for {@link cosine}. */
export interface CosineOptions {
  /** The rate of the first update, above 0. */
  from: number;
  /** The rate that the end approaches; defaults to 0. */
  to?: number;
}

/**
 * From one rate to another along half a wave of the cosine: slowly, fast, slowly.
 *
 * @throws UsageError when a rate cannot be
 * @see I. Loshchilov and F. Hutter, "SGDR: Stochastic Gradient Descent with Warm Restarts" (2017), equation 5; the numbers
 *   are those of PyTorch's `CosineAnnealingLR`
 * @example
 * const rate = cosine({ from: 0.1 });
 * [0, 50, 100].map((step) => rate(step, 100)); // [0.1, 0.05, 0]
 */
export function cosine(options: CosineOptions): Schedule {
  checkOptions("cosine", options, ["from", "to"]);
  const { from, to = 0 } = options;
  assertNumber("cosine", { from }, { above: 0 });
  assertNumber("cosine", { to }, { from: 0 });
  return (step, steps) => to + ((from - to) * (1 + Math.cos((Math.PI * Math.min(step, steps)) / steps))) / 2;
}
