import { atSeverity } from "./at-severity.js";
import type { ConditionKind } from "./condition-kind.js";

/** The figure is further away, and so smaller. */
export const farAway: ConditionKind = {
  plan: (plan, severity) => {
    const [smallest, greatest] = plan.figureHeight;
    const shrunk = atSeverity(severity, [0.84, 0.7, 0.56, 0.44, 0.33]);
    return { ...plan, figureHeight: [smallest * shrunk, greatest * shrunk] };
  },
};
