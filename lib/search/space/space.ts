import { nearestName, shownValue, UsageError } from "../../core/index.js";
import { containsValue } from "./contains-value.js";
import { describeDistribution } from "./describe-distribution.js";
import type { ParameterValue } from "./distribution.js";
import { isParameter } from "./is-parameter.js";
import type { Parameter } from "./parameter.js";
import type { SearchSpace, SpaceParameter } from "./search-space.js";

/** A search space whose trials' parameters have the type `Values`. */
export type Space<Values> = SearchSpace & {
  /** For the type checker alone; never there. */
  readonly valuesType?: Values;
};

/** Hyperparameters by name, as `space` takes them. */
export type ParameterRecord = Readonly<Record<string, Parameter<ParameterValue>>>;

/** What an objective gets from these hyperparameters: conditional ones may be absent. */
export type ValuesOf<Record extends ParameterRecord> = {
  readonly [Name in keyof Record as Record[Name] extends Parameter<ParameterValue, false>
    ? Name
    : never]: Record[Name] extends Parameter<infer Value> ? Value : never;
} & {
  readonly [Name in keyof Record as Record[Name] extends Parameter<ParameterValue, false>
    ? never
    : Name]?: Record[Name] extends Parameter<infer Value> ? Value : never;
};

/**
 * Declares which hyperparameters a study searches; the objective's `trial.parameters` has their types.
 *
 * @throws UsageError when a condition names a hyperparameter that is not there, or a value that it never has
 * @see V. Godbole and others, Deep Learning Tuning Playbook (2023), on roles
 * @example
 * const searched = space({
 *   learningRate: float(1e-5, 1e-1, { log: true }),
 *   optimizer: choice(["adam", "sgd"]),
 *   momentum: float(0, 0.99, { when: { optimizer: "sgd" } }),
 * });
 * searched.map(({ name }) => name); // ["learningRate", "optimizer", "momentum"]
 */
export function space<const Parameters extends ParameterRecord>(
  parameters: Parameters,
): Space<ValuesOf<Parameters>> {
  assertParameters(parameters);
  const ordered: SpaceParameter[] = [];
  const visit = (name: string, path: readonly string[]): void => {
    if (ordered.some((parameter) => parameter.name === name)) return;
    if (path.includes(name)) throw circle([...path.slice(path.indexOf(name)), name]);
    const { distribution, role, when } = parameters[name]!;
    const condition = when === undefined ? undefined : conditionOf(name, when, parameters);
    if (condition !== undefined) visit(condition.name, [...path, name]);
    ordered.push({ name, distribution, role, ...(condition !== undefined && { when: condition }) });
  };
  for (const name of Object.keys(parameters)) visit(name, []);
  return ordered;
}

function assertParameters(parameters: ParameterRecord): void {
  const isRecord = typeof parameters === "object" && parameters !== null && !Array.isArray(parameters);
  const all = isRecord ? Object.entries(parameters) : [];
  const [name, wrong] = all.find(([, parameter]) => !isParameter(parameter)) ?? [];
  if (all.length > 0 && name === undefined) return;
  throw new UsageError({
    got: `space got ${name === undefined ? (isRecord ? "no hyperparameter" : shownValue(parameters)) : `${name}: ${shownValue(wrong)}`}.`,
    expected: "one hyperparameter or more by name, each made by float, int, choice or fixed.",
    fix: "write space({ learningRate: float(1e-5, 1e-1, { log: true }) }).",
  });
}

function conditionOf(
  name: string,
  when: NonNullable<Parameter<ParameterValue>["when"]>,
  parameters: ParameterRecord,
): NonNullable<SpaceParameter["when"]> {
  const [[other, wanted] = [], ...more] = Object.entries(when);
  if (other === undefined || wanted === undefined || more.length > 0)
    throw new UsageError({
      got: `the condition of "${name}" names ${more.length > 0 ? 1 + more.length : 0} hyperparameters.`,
      expected: "one.",
      fix: 'write { when: { optimizer: "sgd" } }; conditions in a row make a chain.',
    });
  const known = parameters[other];
  if (known === undefined) {
    const meant = nearestName(other, Object.keys(parameters));
    throw new UsageError({
      got: `the condition of "${name}" names "${other}", which the space does not have.`,
      expected: `one of ${Object.keys(parameters).join(", ")}.`,
      fix: meant === undefined ? `add "${other}" to the space.` : `write "${meant}" instead of "${other}".`,
    });
  }
  const isOneOf = (Array.isArray(wanted) ? wanted : [wanted]) as ParameterValue[];
  const never = isOneOf.find((value) => !containsValue(known.distribution, value));
  if (never !== undefined)
    throw new UsageError({
      got: `the condition of "${name}" asks for ${other} = ${shownValue(never)}, which never comes.`,
      expected: `a value of ${describeDistribution(known.distribution)}.`,
      fix: `change the condition, or what "${other}" may be.`,
    });
  return { name: other, isOneOf };
}

function circle(names: readonly string[]): UsageError {
  return new UsageError({
    got: `the conditions go round in a circle: ${names.join(" → ")}.`,
    expected: "each hyperparameter to depend on an earlier one.",
    fix: `remove the condition of "${names[0]}".`,
  });
}
