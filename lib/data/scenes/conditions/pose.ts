import { atSeverity } from "./at-severity.js";
import type { ConditionKind } from "./condition-kind.js";

/** Persons crouch, leap, run, bend over or have fallen. */
export const pose: ConditionKind = {
  arrange: (scene, severity, random) => ({
    ...scene,
    figure: {
      ...scene.figure,
      manner: {
        ...scene.figure.manner,
        pose: atSeverity(severity, [0.12, 0.45, 0.65, 0.85, 1]),
        poseChoice: random(),
      },
    },
  }),
};
