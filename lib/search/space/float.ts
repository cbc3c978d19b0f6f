import { floatDistribution, type RangeOptions } from "./make-distribution.js";
import { type IsConditional, makeParameter, type Parameter } from "./parameter.js";
import type { ParameterOptions } from "./parameter-options.js";

/** How `float` and `int` draw, and where they exist. */
export interface NumberOptions extends RangeOptions, ParameterOptions {}

/**
 * A hyperparameter that is a number between two bounds, both included.
 *
 * @param options.log - whether it is drawn evenly over its logarithm; defaults to false
 * @param options.step - its values are low, low + step, …; defaults to none
 * @param options.when - in which trials it exists, such as `{ optimizer: "sgd" }`; defaults to all
 * @param options.role - why it is searched; defaults to "scientific"
 * @throws UsageError when the bounds are reversed or equal, or a logarithm has none
 * @example
 * float(1e-5, 1e-1, { log: true }).distribution.type; // "float"
 */
export function float<const Options extends NumberOptions = Record<never, never>>(
  low: number,
  high: number,
  options?: Options,
): Parameter<number, IsConditional<Options>> {
  return makeParameter(floatDistribution("float", low, high, options), options);
}
