import { checkOptions } from "../../core/index.js";
import type { ParameterValue } from "./distribution.js";
import { choiceDistribution } from "./make-distribution.js";
import { type IsConditional, makeParameter, type Parameter } from "./parameter.js";
import type { ParameterOptions } from "./parameter-options.js";

/**
 * A hyperparameter that is one of several things without an order.
 *
 * @param choices - strings, numbers, booleans or null, each once
 * @param options.when - in which trials it exists, such as `{ optimizer: "sgd" }`; defaults to all
 * @param options.role - why it is searched; defaults to "scientific"
 * @throws UsageError when there is nothing to choose from, or one thing twice
 * @example
 * choice(["adam", "sgd"]).distribution; // { type: "choice", choices: ["adam", "sgd"] }
 */
export function choice<
  const Choices extends readonly ParameterValue[],
  const Options extends ParameterOptions = Record<never, never>,
>(choices: Choices, options?: Options): Parameter<Choices[number], IsConditional<Options>> {
  const distribution = choiceDistribution("choice", choices);
  if (options !== undefined) checkOptions("choice", options, ["when", "role"]);
  return makeParameter(distribution, options);
}
