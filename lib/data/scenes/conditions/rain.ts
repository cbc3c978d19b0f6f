import { integerBelow } from "../../../core/index.js";
import { between } from "../draws.js";
import { limb, type Pen, surface } from "../raster/index.js";
import type { Effect } from "./effect.js";
import { veil } from "./fog.js";
import { mirrorOnRoad } from "./mirror-on-road.js";

/** Rain: a shining road, thick air, and streaks. */
export const rain: Effect = (canvas, _scene, severity, random) => {
  mirrorOnRoad(canvas, 0.08 + 0.05 * severity, integerBelow(1 << 30, random));
  veil(canvas, 170 - 26 * severity, 0.95);
  const slant = between(-0.05, 0.05, random);
  const pen: Pen = {
    canvas,
    left: 0,
    ground: 0,
    scale: canvas.size,
    opacity: 0,
    distance: 1,
    surface: surface.sky,
    light: 0,
  };
  for (let streak = 0; streak < 8 + 9 * severity; streak++) {
    const x = random();
    const y = random() * -1;
    const length = between(0.04, 0.13, random);
    const drop = { ...pen, opacity: between(0.15, 0.42, random) };
    limb(drop, [x, y, 0.0035], [x + slant * length * 8, y - length, 0.005], [0.86, 0.89, 0.93]);
  }
};
