import type { RandomSource } from "../../../core/index.js";
import { between } from "../draws.js";
import type { Site } from "./site.js";

/** Draws what things are placed by: the camera and the road. */
export function planSite(random: RandomSource): Site {
  const lanes = between(2.8, 3.6, random);
  const drift = between(-0.4, 0.4, random);
  return {
    camera: {
      horizon: between(0.36, 0.47, random),
      vanishing: between(0.32, 0.68, random),
      focal: between(0.95, 1.2, random),
      height: between(1.25, 1.55, random),
      squash: 1,
    },
    road: [drift - lanes * between(1, 1.7, random), drift + lanes * between(0.75, 1.1, random)],
    light: between(-1, 1, random),
  };
}
