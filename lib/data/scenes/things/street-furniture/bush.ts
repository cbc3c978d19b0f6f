import { between } from "../../draws.js";
import { box, ellipse, mix, shade } from "../../raster/index.js";
import type { ThingKind } from "../thing.js";

/** A bush in a planter; drawn in metres. */
export const bush: ThingKind = {
  name: "bush",
  place: "pavement",
  unit: [0.8, 1.2],
  hides: [1, 0.8],
  draw(pen, random) {
    const leaves = shade(mix([0.18, 0.36, 0.14], [0.36, 0.44, 0.2], random()), between(0.8, 1.15, random));
    for (let i = 0; i < 6; i++) {
      const x = between(-0.45, 0.45, random);
      ellipse(pen, x, between(0.5, 0.85, random), 0.34, 0.3, shade(leaves, 0.7 + i * 0.08));
    }
    box(pen, -0.6, 0.6, 0, 0.42, mix([0.5, 0.42, 0.36], [0.55, 0.55, 0.55], random()));
    box(pen, -0.64, 0.64, 0.36, 0.44, [0.4, 0.36, 0.33]);
  },
};
