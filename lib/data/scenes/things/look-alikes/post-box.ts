import { between } from "../../draws.js";
import { box, ellipse, limb, shade } from "../../raster/index.js";
import { drawOutfit } from "../outfit.js";
import type { ThingKind } from "../thing.js";

/** A pillar box or an advertising column: a body's height and colours, straight sides. */
export const postBox: ThingKind = {
  name: "post box",
  place: "pavement",
  unit: [1.1, 1.95],
  hides: [0.24, 0.9],
  draw(pen, random, manner) {
    const { skin, hair, top, bottom, shoes } = drawOutfit(random, manner);
    const wide = between(0.085, 0.115, random);
    const waist = between(0.36, 0.5, random);
    limb(pen, [0, wide * 0.5, wide * 0.92], [0, waist, wide * 0.92], bottom);
    box(pen, -wide, wide, 0, 0.06, shoes);
    limb(pen, [0, waist, wide], [0, 0.84, wide], top);
    box(pen, -wide * 1.05, wide * 1.05, waist - 0.025, waist + 0.015, shade(top, 0.7));
    ellipse(pen, 0, 0.93, wide * 1.08, 0.05, hair);
    box(pen, -wide * 0.6, wide * 0.6, 0.66, 0.76, skin);
    box(pen, -wide * 0.65, wide * 0.65, 0.8, 0.82, [0.08, 0.08, 0.08]);
  },
};
