import { between, chance } from "../../draws.js";
import { box, type Colour, limb, shine } from "../../raster/index.js";
import type { ThingKind } from "../thing.js";

/** A street lamp; drawn in metres. */
export const lampPost: ThingKind = {
  name: "lamp post",
  place: "pavement",
  unit: [0.8, 1.1],
  hides: [0.16, 5],
  draw(pen, random) {
    const metal: Colour = [0.28, 0.3, 0.31];
    const tall = between(4, 5.2, random);
    const arm = (chance(0.5, random) ? 1 : -1) * between(0.6, 1, random);
    limb(pen, [0, 0, 0.09], [0, tall, 0.05], metal);
    limb(pen, [0, tall, 0.05], [arm, tall + 0.2, 0.04], metal);
    limb(pen, [arm * 0.8, tall + 0.14, 0.08], [arm * 1.25, tall + 0.16, 0.08], [0.85, 0.84, 0.74]);
    box(pen, -0.13, 0.13, 0, 0.5, metal);
    shine(pen, arm, tall + 0.12, 1.9, [1, 0.82, 0.5]);
  },
};
