import type { NumberOptions } from "./float.js";
import { intDistribution } from "./make-distribution.js";
import { type IsConditional, makeParameter, type Parameter } from "./parameter.js";

/**
 * A hyperparameter that is a whole number between two bounds, both included.
 *
 * @param options.log - whether it is drawn evenly over its logarithm; defaults to false
 * @param options.step - its values are low, low + step, …; defaults to 1
 * @param options.when - in which trials it exists, such as `{ optimizer: "sgd" }`; defaults to all
 * @param options.role - why it is searched; defaults to "scientific"
 * @throws UsageError when the bounds are reversed, equal or not whole, or a logarithm has none
 * @example
 * int(1, 4).distribution; // { type: "int", low: 1, high: 4, log: false, step: 1 }
 */
export function int<const Options extends NumberOptions = Record<never, never>>(
  low: number,
  high: number,
  options?: Options,
): Parameter<number, IsConditional<Options>> {
  return makeParameter(intDistribution("int", low, high, options), options);
}
