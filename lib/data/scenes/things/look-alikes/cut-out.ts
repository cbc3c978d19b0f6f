import { between } from "../../draws.js";
import { box, ellipse, limb, mix, penWith, shade } from "../../raster/index.js";
import { ordinary } from "../manner.js";
import { drawOutfit, type Outfit } from "../outfit.js";
import { drawLegs } from "../person/legs.js";
import { drawPosture } from "../person/posture.js";
import type { ThingKind } from "../thing.js";

/** A life-size cardboard figure that advertises something: a person in all but the pale rim and the foot it stands on. */
export const cutOut: ThingKind = {
  name: "cut-out",
  place: "pavement",
  unit: [1.1, 1.95],
  hides: [0.26, 0.95],
  draw(pen, random, manner = ordinary) {
    const outfit = drawOutfit(random, manner);
    const { skin, hair, top, shoes } = outfit;
    const rim = mix([0.93, 0.93, 0.9], manner.backdrop, manner.camouflage);
    const posture = drawPosture(random, ordinary);
    const paper: Outfit = { skin: rim, hair: rim, top: rim, bottom: rim, shoes: rim };
    drawLegs(penWith(pen, { left: pen.left + 0.02 * pen.scale }), paper, posture, 0);
    drawLegs(penWith(pen, { left: pen.left - 0.02 * pen.scale }), paper, posture, 0);
    drawLegs(pen, outfit, posture, 0);
    box(pen, -0.16, 0.16, 0, 0.035, shade(shoes, 0.8));
    limb(pen, [0, 0.54, 0.092], [0, 0.74, 0.116], rim);
    limb(pen, [0, 0.54, 0.074], [0, 0.74, 0.096], top);
    const bend = between(0.55, 0.66, random);
    limb(pen, [posture.facing * 0.09, 0.77, 0.036], [posture.facing * 0.13, bend, 0.032], shade(top, 0.85));
    limb(pen, [-posture.facing * 0.09, 0.77, 0.036], [-posture.facing * 0.02, 0.6, 0.032], shade(top, 0.85));
    ellipse(pen, posture.facing * 0.13, bend - 0.02, 0.026, 0.028, skin);
    ellipse(pen, 0, 0.925, 0.08, 0.084, rim);
    ellipse(pen, 0, 0.938, 0.061, 0.062, hair);
    ellipse(pen, 0, 0.912, 0.05, 0.06, skin);
  },
};
