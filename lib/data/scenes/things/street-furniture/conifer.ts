import { between } from "../../draws.js";
import { type Colour, limb, mix, shade, trapezoid } from "../../raster/index.js";
import type { ThingKind } from "../thing.js";

/** A conifer, whose branches reach low; drawn in metres. */
export const conifer: ThingKind = {
  name: "conifer",
  place: "pavement",
  unit: [0.8, 1.3],
  hides: [1.7, 3.4, 0.9],
  draw(pen, random) {
    const leaves = shade(mix([0.16, 0.34, 0.17], [0.3, 0.4, 0.16], random()), between(0.75, 1.1, random));
    const bark: Colour = [0.3, 0.22, 0.16];
    limb(pen, [0, 0, 0.16], [0, 2.6, 0.1], bark);
    for (let tier = 0; tier < 4; tier++) {
      const wide = 1.25 - tier * 0.27;
      const low = 0.9 + tier * 0.85;
      trapezoid(
        pen,
        { bottom: low, top: low + 1.25, bottomEdge: [-wide, wide], topEdge: [-0.08, 0.08] },
        shade(leaves, 0.55 + tier * 0.1),
      );
    }
  },
};
