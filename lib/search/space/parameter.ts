import { nearestName, shownValue, UsageError } from "../../core/index.js";
import { describeDistribution } from "./describe-distribution.js";
import type { Distribution } from "./distribution.js";
import { sizeOf } from "./from-unit.js";
import type { When } from "./parameter-options.js";
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

const roles: readonly ParameterRole[] = ["scientific", "nuisance", "fixed"];

/** Puts a distribution and its options together. */
export function makeParameter<Value, Conditional extends boolean>(
  distribution: Distribution,
  { role = "scientific", when }: { role?: ParameterRole; when?: When } = {},
): Parameter<Value, Conditional> {
  if (!roles.includes(role))
    throw new UsageError({
      got: `a hyperparameter got role: ${shownValue(role)}.`,
      expected: `one of ${roles.map((known) => `"${known}"`).join(", ")}.`,
      fix: `write role: "${nearestName(`${role}`, roles) ?? "nuisance"}", or leave it out.`,
    });
  if (role === "fixed" && sizeOf(distribution) > 1)
    throw new UsageError({
      got: `a hyperparameter got role: "fixed" and ${describeDistribution(distribution)}.`,
      expected: "one value, where nothing is searched.",
      fix: "write fixed(value), or leave the role out.",
    });
  if (when !== undefined && (typeof when !== "object" || when === null))
    throw new UsageError({
      got: `a hyperparameter got when: ${shownValue(when)}.`,
      expected: "the other hyperparameter by name, and the value at which this one exists.",
      fix: 'write { when: { optimizer: "sgd" } }.',
    });
  return { distribution, role, ...(when !== undefined && { when }) };
}
