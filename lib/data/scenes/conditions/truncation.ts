import { clearView } from "../clear-view.js";
import { chance } from "../draws.js";
import type { Scene } from "../scene.js";
import { groundAt, lateral } from "../street/index.js";
import { atSeverity } from "./at-severity.js";
import type { ConditionKind } from "./condition-kind.js";

/** The picture's edge cuts the figure: its legs, or its left or right side. */
export const truncation: ConditionKind = {
  arrange: (scene, severity, random) => {
    const fromBelow = atSeverity(severity, [0.05, 0.1, 0.16, 0.24, 0.72]);
    const fromOneSide = atSeverity(severity, [0.1, 0.25, 0.42, 0.62, 0.85]);
    const cut = chance(0.7, random)
      ? cutBelow(scene, fromBelow)
      : cutAside(scene, fromOneSide, chance(0.5, random));
    return clearView(cut);
  },
};

/** The camera points up until the figure stands below the lower edge with the given share of its height. */
function cutBelow(scene: Scene, share: number): Scene {
  const { site, figure } = scene;
  const { camera } = site;
  const { vanishing, focal, height, squash } = camera;
  const below = (share * focal * squash * figure.unit) / figure.distance;
  const horizon = camera.horizon + 1 + below - groundAt(camera, figure.distance);
  return { ...scene, site: { ...site, camera: { horizon, vanishing, focal, height, squash } } };
}

/** The figure stands so far aside that the given share of its width is outside. */
function cutAside(scene: Scene, share: number, isLeft: boolean): Scene {
  const { site, figure } = scene;
  const edge = lateral(site.camera, isLeft ? 0 : 1, figure.distance);
  const inside = figure.unit * 0.24 * (0.5 - share);
  return { ...scene, figure: { ...figure, x: isLeft ? edge + inside : edge - inside } };
}
