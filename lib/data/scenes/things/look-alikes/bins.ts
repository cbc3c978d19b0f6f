import { between, chance } from "../../draws.js";
import { box, ellipse, shade, trapezoid } from "../../raster/index.js";
import { drawOutfit } from "../outfit.js";
import type { ThingKind } from "../thing.js";

/** Two wheeled bins, one behind the other, with a sack on the lid. */
export const bins: ThingKind = {
  name: "bins",
  place: "pavement",
  unit: [1.1, 1.95],
  hides: [0.34, 0.6],
  draw(pen, random, manner) {
    const { skin, hair, top, bottom, shoes } = drawOutfit(random, manner);
    const side = chance(0.5, random) ? 1 : -1;
    const tall = between(0.5, 0.62, random);
    const bin = (x: number, height: number, colour: typeof top): void => {
      const wide = 0.105;
      for (const wheel of [x - wide * 0.7, x + wide * 0.7]) ellipse(pen, wheel, 0.03, 0.03, 0.03, shoes);
      trapezoid(
        pen,
        {
          bottom: 0.04,
          top: height,
          bottomEdge: [x - wide * 0.8, x + wide * 0.8],
          topEdge: [x - wide, x + wide],
        },
        colour,
      );
      box(pen, x - wide * 1.1, x + wide * 1.1, height - 0.01, height + 0.035, shade(colour, 0.7));
    };
    bin(0.12 * side, tall, bottom);
    bin(-0.1 * side, tall * 0.92, top);
    ellipse(pen, -0.09 * side, tall * 0.92 + 0.1, 0.085, 0.075, skin);
    ellipse(pen, -0.09 * side, tall * 0.92 + 0.17, 0.025, 0.03, hair);
  },
};
