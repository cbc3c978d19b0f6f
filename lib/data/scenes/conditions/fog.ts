import { atSeverity } from "./at-severity.js";
import type { ConditionKind } from "./condition-kind.js";
import { veil } from "./veil.js";

/** Fog: the further away, the paler. */
export const fog: ConditionKind = {
  draw: (canvas, _scene, severity) =>
    veil(canvas, atSeverity(severity, [24, 14, 8, 5, 3]), 1.1, 0.13 * severity),
};
