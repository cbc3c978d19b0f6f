import type { Distribution } from "./distribution.js";
import type { ParameterOptions, When } from "./parameter-options.js";
import type { ParameterRole } from "./search-space.js";

/** One hyperparameter as `float`, `int`, `choice` and `fixed` make it; `space` gives it its name. */
export interface Parameter<Value, Conditional extends boolean = boolean> {
  readonly distribution: Distribution;
  readonly role: ParameterRole;
  readonly when?: When;
  /** For the type checker alone; never there. */
  readonly valueType?: Value;
  /** For the type checker alone; never there. */
  readonly conditional?: Conditional;
}

/** Whether options make a hyperparameter conditional, as a type. */
export type IsConditional<Options> = Options extends { readonly when: When } ? true : false;

/** Puts a distribution and its options together. */
export function makeParameter<Value, Conditional extends boolean>(
  distribution: Distribution,
  { role = "scientific", when }: ParameterOptions = {},
): Parameter<Value, Conditional> {
  return { distribution, role, ...(when !== undefined && { when }) };
}
