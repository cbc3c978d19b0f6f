import { across, groundAt } from "../street/index.js";
import { atSeverity } from "./at-severity.js";
import type { ConditionKind } from "./condition-kind.js";

/**
 * The camera looks down, from a van at first, from a bus's upper deck in the end. It turns so that the figure's feet stay
 * where they are in the picture; the figure is further from it, and what is upright is foreshortened.
 */
export const cameraHeight: ConditionKind = {
  arrange: (scene, severity) => {
    const { camera } = scene.site;
    const { x, distance } = scene.figure;
    const raised = atSeverity(severity, [0.8, 1.2, 1.7, 2.2, 2.8]);
    const focal = (camera.focal * distance) / Math.sqrt(distance * distance + raised * raised);
    const height = camera.height + raised;
    const horizon = groundAt(camera, distance) - (focal * height) / distance;
    const vanishing = across(camera, x, distance) - (focal * x) / distance;
    const tangent = (0.5 - horizon) / focal;
    const squash = 1 / Math.sqrt(1 + tangent * tangent);
    return {
      ...scene,
      site: { ...scene.site, camera: { horizon, vanishing, focal, height, squash } },
    };
  },
};
