import { atSeverity } from "./at-severity.js";
import type { ConditionKind } from "./condition-kind.js";

/** The figure's clothes come close to the colours behind it. */
export const camouflage: ConditionKind = {
  arrange: (scene, severity) => ({
    ...scene,
    figure: {
      ...scene.figure,
      manner: {
        ...scene.figure.manner,
        camouflage: atSeverity(severity, [0.3, 0.5, 0.66, 0.78, 0.88]),
      },
    },
  }),
};
