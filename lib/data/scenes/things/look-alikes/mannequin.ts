import { between } from "../../draws.js";
import { box, ellipse, limb, mix, shade, trapezoid } from "../../raster/index.js";
import { drawOutfit } from "../outfit.js";
import type { ThingKind } from "../thing.js";

/** A tailor's dummy on a stand: a dressed body without head or legs. */
export const mannequin: ThingKind = {
  name: "mannequin",
  place: "pavement",
  unit: [1.1, 1.95],
  hides: [0.22, 0.85],
  draw(pen, random, manner) {
    const { skin, hair, top, bottom, shoes } = drawOutfit(random, manner);
    for (const x of [-0.13, 0, 0.13]) limb(pen, [x, 0.012, 0.014], [0, 0.14, 0.014], shoes);
    limb(pen, [0, 0.12, 0.018], [0, 0.4, 0.018], hair);
    const hem = between(0.26, 0.34, random);
    const wide = between(0.11, 0.145, random);
    trapezoid(pen, { bottom: hem, top: 0.58, bottomEdge: [-wide, wide], topEdge: [-0.07, 0.07] }, bottom);
    limb(pen, [0, 0.56, 0.068], [0, 0.78, 0.09], top);
    for (const side of [-1, 1]) ellipse(pen, side * 0.1, 0.79, 0.03, 0.035, skin);
    limb(pen, [0, 0.84, 0.03], [0, 0.9, 0.026], mix(skin, shade(skin, 0.8), random()));
    ellipse(pen, 0, 0.925, 0.034, 0.014, hair);
    box(pen, -0.07, 0.07, 0.57, 0.6, hair);
  },
};
