import { between, chance } from "../../draws.js";
import { box, ellipse, limb, shade } from "../../raster/index.js";
import { ordinary } from "../manner.js";
import { drawOutfit } from "../outfit.js";
import { drawLegs } from "../person/legs.js";
import { drawPosture } from "../person/posture.js";
import type { ThingKind } from "../thing.js";

/** A dressed shop dummy in mid-step: but hairless and faceless, its arms stiff, held up by a rod on a plate. */
export const shopDummy: ThingKind = {
  name: "shop dummy",
  place: "pavement",
  unit: [1.1, 1.95],
  hides: [0.24, 0.95],
  draw(pen, random, manner = ordinary) {
    const outfit = drawOutfit(random, manner);
    const { skin, hair, top, shoes } = outfit;
    const posture = drawPosture(random, ordinary);
    box(pen, -0.15, 0.15, 0, 0.025, shoes);
    const rod = chance(0.5, random) ? -0.012 : 0.012;
    limb(pen, [rod, 0.02, 0.02], [rod, 0.5, 0.02], hair);
    drawLegs(pen, outfit, posture, 0);
    limb(pen, [0, 0.53, 0.07], [0, 0.74, between(0.08, 0.095, random)], top);
    for (const side of [-1, 1]) {
      const out = between(0.13, 0.17, random);
      limb(pen, [side * 0.085, 0.775, 0.034], [side * out, 0.52, 0.026], shade(top, 0.9));
      ellipse(pen, side * out, 0.49, 0.022, 0.03, skin);
    }
    limb(pen, [0, 0.78, 0.03], [0, 0.88, 0.028], shade(skin, 0.85));
    ellipse(pen, 0, 0.92, 0.05, 0.066, skin);
    ellipse(pen, 0, 0.985, 0.07, 0.02, hair);
  },
};
