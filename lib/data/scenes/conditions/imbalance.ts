import { atSeverity } from "./at-severity.js";
import type { ConditionKind } from "./condition-kind.js";

/** Persons become rare: of one image in two, one in five, ten, twenty, fifty and two hundred remain. */
export const imbalance: ConditionKind = {
  plan: (plan, severity) => ({
    ...plan,
    personRate: plan.personRate * atSeverity(severity, [0.4, 0.2, 0.1, 0.04, 0.01]),
  }),
};
