import { assertNumber } from "../assert-number.js";
import type { Schedule } from "./schedule.js";

/**
 * The same rate for every update: what `fit` makes of a plain number.
 *
 * @throws UsageError when the rate is not above 0
 * @example
 * constant(3e-4)(1000, 2000); // 3e-4
 */
export function constant(learningRate: number): Schedule {
  assertNumber("constant", { learningRate }, { above: 0 });
  return () => learningRate;
}
