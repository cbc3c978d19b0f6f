import { between } from "../../draws.js";
import { box, ellipse, limb, mix, shade } from "../../raster/index.js";
import { drawOutfit } from "../outfit.js";
import type { ThingKind } from "../thing.js";

/** A board with the picture of somebody, head and shoulders: a face, but in a frame and without legs. */
export const poster: ThingKind = {
  name: "poster",
  place: "pavement",
  unit: [1.1, 1.95],
  hides: [0.4, 1],
  draw(pen, random, manner) {
    const { skin, hair, top, bottom, shoes } = drawOutfit(random, manner);
    const wide = between(0.16, 0.2, random);
    const paper = mix([0.92, 0.9, 0.82], [0.55, 0.68, 0.8], random());
    for (const x of [-wide * 0.8, wide * 0.8]) box(pen, x - 0.018, x + 0.018, 0, 0.34, shoes);
    box(pen, -wide - 0.022, wide + 0.022, 0.3, 0.98, bottom);
    box(pen, -wide, wide, 0.335, 0.955, paper);
    limb(pen, [-wide * 0.42, 0.44, 0.07], [wide * 0.42, 0.44, 0.07], top);
    box(pen, -wide * 0.8, wide * 0.8, 0.335, 0.45, top);
    limb(pen, [0, 0.52, 0.03], [0, 0.58, 0.03], shade(skin, 0.85));
    ellipse(pen, 0, 0.7, 0.085, 0.09, hair);
    ellipse(pen, 0, 0.66, 0.07, 0.085, skin);
    box(pen, -wide * 0.7, wide * 0.7, 0.85, 0.9, shade(paper, 0.6));
  },
};
