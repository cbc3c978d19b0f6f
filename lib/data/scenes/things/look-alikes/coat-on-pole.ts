import { between, chance } from "../../draws.js";
import { box, ellipse, limb, shade, trapezoid } from "../../raster/index.js";
import { drawOutfit } from "../outfit.js";
import type { ThingKind } from "../thing.js";

/** A coat hung on a pole with a hat on top: a torso and sleeves, but one leg and no face. */
export const coatOnPole: ThingKind = {
  name: "coat on a pole",
  place: "pavement",
  unit: [1.1, 1.95],
  hides: [0.24, 0.9],
  draw(pen, random, manner) {
    const { skin, hair, top, bottom, shoes } = drawOutfit(random, manner);
    const thick = between(0.035, 0.05, random);
    limb(pen, [0, 0.03, thick], [0, 0.5, thick], bottom);
    box(pen, -0.13, 0.13, 0, 0.035, shoes);
    const hem = between(0.36, 0.5, random);
    const wide = between(0.1, 0.14, random);
    trapezoid(pen, { bottom: hem, top: 0.78, bottomEdge: [-wide, wide], topEdge: [-0.09, 0.09] }, top);
    for (const side of [-1, 1])
      limb(pen, [side * 0.09, 0.77, 0.034], [side * between(0.13, 0.17, random), 0.5, 0.03], shade(top, 0.9));
    limb(pen, [0, 0.78, 0.022], [0, 0.93, 0.022], bottom);
    ellipse(pen, 0, 0.95, 0.06, 0.03, hair);
    const bag = chance(0.5, random) ? -0.15 : 0.15;
    box(pen, bag - 0.055, bag + 0.055, 0.3, 0.44, skin);
  },
};
