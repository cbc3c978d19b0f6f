import { between, chance } from "../../draws.js";
import { box, ellipse, limb, ring, shade } from "../../raster/index.js";
import { drawOutfit } from "../outfit.js";
import type { ThingKind } from "../thing.js";

/** A parked bicycle with a full basket and a bag, and nobody on it. */
export const bicycle: ThingKind = {
  name: "bicycle",
  place: "pavement",
  unit: [1.1, 1.95],
  hides: [0.2, 0.5],
  draw(pen, random, manner) {
    const { skin, hair, top, bottom, shoes } = drawOutfit(random, manner);
    const facing = chance(0.5, random) ? 1 : -1;
    const radius = between(0.17, 0.2, random);
    const base = between(0.24, 0.28, random);
    const tube = 0.017;
    for (const x of [-base, base]) ring(pen, x * facing, radius, radius, 0.028, shade(shoes, 0.6));
    const at = (x: number, y: number): readonly [number, number, number] => [x * facing, y, tube];
    limb(pen, at(-base, radius), at(-0.02, 0.19), top);
    limb(pen, at(-0.02, 0.19), at(-0.1, 0.44), top);
    limb(pen, at(-0.1, 0.44), at(0.18, 0.46), top);
    limb(pen, at(-0.02, 0.19), at(0.18, 0.44), top);
    limb(pen, at(base, radius), at(0.17, 0.54), top);
    limb(pen, at(0.12, 0.57), at(0.22, 0.55), hair);
    ellipse(pen, -0.12 * facing, 0.475, 0.07, 0.024, hair);
    const basket = 0.27 * facing;
    box(pen, basket - 0.085, basket + 0.085, 0.38, 0.52, skin);
    limb(pen, [basket - 0.03, 0.54, 0.045], [basket + 0.03, 0.54, 0.045], top);
    const bag = -base * facing;
    box(pen, bag - 0.1, bag + 0.1, 0.2, 0.42, bottom);
    box(pen, bag - 0.1, bag + 0.1, 0.37, 0.42, top);
  },
};
