import { nearestName, shownValue, UsageError } from "../../core/index.js";
import { containsValue } from "../space/contains-value.js";
import { describeDistribution } from "../space/describe-distribution.js";
import type { Parameters, ParameterValue } from "../space/distribution.js";
import type { SearchSpace } from "../space/search-space.js";

/** Refuses values that no trial of a declared space can have. */
export function assertEnqueueable(parameters: Parameters, space: SearchSpace | undefined): void {
  if (typeof parameters !== "object" || parameters === null || Array.isArray(parameters))
    throw new UsageError({
      got: `enqueue got ${shownValue(parameters)}.`,
      expected: "hyperparameters by name.",
      fix: "write enqueue({ learningRate: 1e-3 }).",
    });
  if (space === undefined) return;
  for (const [name, value] of Object.entries(parameters)) {
    const known = space.find((parameter) => parameter.name === name);
    if (known === undefined) throw unknownName(name, space);
    if (!containsValue(known.distribution, value as ParameterValue))
      throw new UsageError({
        got: `enqueue got ${name} = ${shownValue(value)}.`,
        expected: `a value of ${describeDistribution(known.distribution)}.`,
        fix: "enqueue a value within the range, or widen the range in a study of another name.",
      });
  }
}

function unknownName(name: string, space: SearchSpace): UsageError {
  const names = space.map((parameter) => parameter.name);
  const meant = nearestName(name, names);
  return new UsageError({
    got: `enqueue got the hyperparameter "${name}", which the space does not have.`,
    expected: `some of ${names.join(", ")}.`,
    fix: meant === undefined ? `remove "${name}".` : `write "${meant}" instead of "${name}".`,
  });
}
