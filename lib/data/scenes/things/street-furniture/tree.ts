import { between } from "../../draws.js";
import { type Colour, ellipse, limb, mix, shade } from "../../raster/index.js";
import type { ThingKind } from "../thing.js";

/** A broad-leaved tree; drawn in metres. */
export const tree: ThingKind = {
  name: "tree",
  place: "pavement",
  unit: [0.8, 1.3],
  hides: [0.35, 2],
  draw(pen, random) {
    const leaves = shade(mix([0.2, 0.4, 0.15], [0.42, 0.46, 0.16], random()), between(0.75, 1.1, random));
    const bark: Colour = [0.3, 0.22, 0.16];
    limb(pen, [0, 0, 0.16], [between(-0.15, 0.15, random), 2.6, 0.1], bark);
    const crown = between(3, 3.8, random);
    const spread = between(1, 1.5, random);
    ellipse(pen, 0, crown, spread, spread * 0.9, shade(leaves, 0.7));
    for (let i = 0; i < 7; i++) {
      const x = between(-0.7, 0.7, random) * spread;
      const y = crown + between(-0.55, 0.7, random) * spread;
      ellipse(pen, x, y, spread * 0.5, spread * 0.42, shade(leaves, 0.72 + i * 0.07));
    }
  },
};
