import { ordinary } from "../manner.js";
import { drawOutfit } from "../outfit.js";
import type { ThingKind } from "../thing.js";
import { drawArms } from "./arms.js";
import { drawHead } from "./head.js";
import { drawLegs } from "./legs.js";
import { drawPosture } from "./posture.js";
import { drawTorso } from "./torso.js";

/** Somebody walking, standing, waving or on the phone, in trousers, a skirt or a coat; drawn in body heights. */
export const person: ThingKind = {
  name: "person",
  place: "pavement",
  unit: [1.1, 1.95],
  hides: [0.24, 0.95],
  draw(pen, random, manner = ordinary) {
    const outfit = drawOutfit(random, manner);
    const posture = drawPosture(random, manner);
    const wear = random();
    drawLegs(pen, outfit, posture, wear);
    drawTorso(pen, outfit, posture, wear, random);
    drawHead(pen, outfit, posture, random);
    drawArms(pen, outfit, posture, random);
  },
};
