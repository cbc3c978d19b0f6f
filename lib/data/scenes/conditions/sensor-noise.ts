import { atSeverity } from "./at-severity.js";
import type { ConditionKind } from "./condition-kind.js";

/** The sensor's noise, as a cheap camera has it in poor light. */
export const sensorNoise: ConditionKind = {
  draw: (canvas, _scene, severity) => {
    canvas.noise += atSeverity(severity, [0.03, 0.06, 0.1, 0.16, 0.25]);
  },
};
