import { integerBelow } from "../../../core/index.js";
import { between } from "../draws.js";
import { limb, penWith, screenPen } from "../raster/index.js";
import type { ConditionKind, Effect } from "./condition-kind.js";
import { mirrorOnRoad } from "./mirror-on-road.js";
import { veil } from "./veil.js";

const pour: Effect = (canvas, _scene, severity, random) => {
  mirrorOnRoad(canvas, 0.08 + 0.05 * severity, integerBelow(1 << 30, random));
  veil(canvas, 60 / severity, 0.95, 0.1 * severity);
  const slant = between(-0.05, 0.05, random);
  const pen = screenPen(canvas, 0);
  for (let streak = 0; streak < 6 + 12 * severity; streak++) {
    const x = random();
    const y = random() * -1.05;
    const length = between(0.04, 0.09 + 0.014 * severity, random);
    const drop = penWith(pen, { opacity: between(0.15, 0.3 + 0.05 * severity, random) });
    limb(drop, [x, y, 0.0035], [x + slant * length * 8, y - length, 0.005], [0.86, 0.89, 0.93]);
  }
};

/** Rain: a shining road, thick air, and streaks. */
export const rain: ConditionKind = { draw: pour };
