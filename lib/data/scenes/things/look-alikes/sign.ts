import { between, chance } from "../../draws.js";
import { box, ellipse, limb, ring } from "../../raster/index.js";
import { drawOutfit } from "../outfit.js";
import type { ThingKind } from "../thing.js";

/** A traffic sign, round as a head, above a coloured plate on a post with a bin hung from it. */
export const sign: ThingKind = {
  name: "sign",
  place: "pavement",
  unit: [1.1, 1.95],
  hides: [0.2, 1],
  draw(pen, random, manner) {
    const { skin, hair, top, bottom, shoes } = drawOutfit(random, manner);
    const post = between(0.014, 0.022, random);
    limb(pen, [0, 0.02, post], [0, 0.9, post], hair);
    box(pen, -0.05, 0.05, 0, 0.03, shoes);
    const radius = between(0.075, 0.095, random);
    ellipse(pen, 0, 0.9, radius, radius, skin);
    ring(pen, 0, 0.9, radius * 0.92, 0.03, top);
    const plate = between(0.11, 0.14, random);
    box(pen, -plate, plate, 0.56, 0.77, top);
    const bin = chance(0.5, random) ? -0.03 : 0.03;
    limb(pen, [bin, 0.24, 0.075], [bin, 0.38, 0.082], bottom);
    box(pen, bin - 0.09, bin + 0.09, 0.42, 0.45, hair);
  },
};
