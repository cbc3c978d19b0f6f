import { nearestName, UsageError } from "../../../core/index.js";
import { checkCount, checkRate } from "../../check-values.js";
import { purposeOf } from "../streams.js";
import { type Condition, conditionNames } from "./condition.js";
import type { ConditionKind } from "./condition-kind.js";
import { conditionKinds } from "./index.js";

/** How often a condition is met, and how bad it is then. */
export interface ConditionSetting {
  /** Share of the images under it, 0 … 1; defaults to 1. */
  share?: number;
  /** Whole numbers 0 … 5: one, or the smallest and the greatest of those drawn. Defaults to [1, 5], equally likely. */
  severity?: number | readonly [smallest: number, greatest: number];
}

/** Conditions and their settings; a number is the share of images, with severities drawn from 1 to 5. */
export type SceneConditions = Partial<Record<Condition, number | ConditionSetting>>;

/** A condition that some images of a set are under. */
export interface ActiveCondition extends ConditionKind {
  readonly name: Condition;
  readonly share: number;
  readonly severity: readonly [smallest: number, greatest: number];
  /** Addresses the stream that says whether and how severe. */
  readonly occurs: number;
  /** Addresses the stream of its details. */
  readonly details: number;
}

/** The conditions that are asked for, complete, checked, and in the order in which they take effect. */
export function resolveConditions(functionName: string, conditions: SceneConditions): ActiveCondition[] {
  checkNames(functionName, conditions);
  return conditionNames.flatMap((name) => {
    const given = conditions[name];
    if (given === undefined) return [];
    const { share, severity } = resolveSetting(name, given);
    if (share === 0 || severity[1] === 0) return [];
    const [occurs, details] = [purposeOf(name), purposeOf(`${name}, details`)];
    return [{ ...conditionKinds[name], name, share, severity, occurs, details }];
  });
}

function resolveSetting(
  name: Condition,
  given: number | ConditionSetting,
): Required<ConditionSetting> & { severity: readonly [number, number] } {
  if (typeof given === "number") {
    checkRate(`conditions.${name}`, given);
    return { share: given, severity: [1, 5] };
  }
  const { share = 1, severity = [1, 5], ...rest } = given ?? {};
  const [unknown] = Object.keys(rest);
  if (unknown !== undefined || given === null || typeof given !== "object")
    throw new UsageError({
      got: `conditions.${name} is ${JSON.stringify(given)}.`,
      expected: "the share of images under it, or { share, severity }.",
      fix: `pass { conditions: { ${name}: { share: 0.5, severity: 3 } } }.`,
    });
  checkRate(`conditions.${name}.share`, share);
  const range = typeof severity === "number" ? ([severity, severity] as const) : severity;
  for (const end of range) checkCount(`conditions.${name}.severity`, end, 0, 5);
  if (range.length === 2 && range[0] <= range[1]) return { share, severity: range };
  throw new UsageError({
    got: `conditions.${name}.severity is [${range.join(", ")}].`,
    expected: "one severity from 0 to 5, or two, the smaller first.",
    fix: `pass { conditions: { ${name}: { severity: [1, 5] } } }.`,
  });
}

function checkNames(functionName: string, conditions: SceneConditions): void {
  const unknown = Object.keys(conditions).find(
    (name) => !(conditionNames as readonly string[]).includes(name),
  );
  if (unknown === undefined) return;
  const meant = nearestName(unknown, conditionNames);
  throw new UsageError({
    got: `${functionName} got the condition "${unknown}", which does not exist.`,
    expected: `some of ${conditionNames.map((name) => `"${name}"`).join(", ")}.`,
    fix: meant === undefined ? `remove "${unknown}".` : `write "${meant}" instead of "${unknown}".`,
  });
}
