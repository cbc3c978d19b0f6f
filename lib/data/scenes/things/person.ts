import type { RandomSource } from "../../../core/index.js";
import { between, chance } from "../draws.js";
import { box, type Colour, ellipse, type Joint, limb, type Pen, shade, trapezoid } from "../raster/index.js";
import { drawBentLimb } from "./body.js";
import { drawOutfit, type Outfit } from "./outfit.js";
import type { ThingKind } from "./thing.js";

/** Somebody walking, standing, waving or on the phone, in trousers, a skirt or a coat; drawn in body heights. */
export const person: ThingKind = {
  name: "person",
  place: "pavement",
  unit: [1.1, 1.95],
  hides: [0.24, 0.95],
  draw(pen, random) {
    const outfit = drawOutfit(random);
    const lean = between(-0.02, 0.02, random);
    const wear = random();
    drawLegs(pen, outfit, wear, random);
    drawTorso(pen, outfit, wear, lean, random);
    drawHead(pen, outfit, lean, random);
    drawArms(pen, outfit, lean, random);
  },
};

function drawLegs(pen: Pen, outfit: Outfit, wear: number, random: RandomSource): void {
  const facing = chance(0.5, random) ? 1 : -1;
  const stride = between(0.1, 0.27, random) * facing;
  const knee = between(0, 0.25, random) * facing;
  const shin = wear > 0.8 ? outfit.skin : outfit.bottom;
  const pose = { upper: 0.25, lower: 0.22, thin: 0.026 };
  const back = drawBentLimb(
    pen,
    [-0.02 * facing, 0.49, 0.05],
    { ...pose, swing: -stride, swingBelow: -stride - knee },
    shade(outfit.bottom, 0.82),
    shade(shin, 0.85),
  );
  const front = drawBentLimb(
    pen,
    [0.02 * facing, 0.49, 0.05],
    { ...pose, swing: stride, swingBelow: stride * 0.6 },
    outfit.bottom,
    shin,
  );
  for (const [x, y] of [back, front])
    limb(pen, [x, y + 0.005, 0.022], [x + 0.045 * facing, y - 0.005, 0.018], outfit.shoes);
}

function drawTorso(
  pen: Pen,
  { top, bottom }: Outfit,
  wear: number,
  lean: number,
  random: RandomSource,
): void {
  const shoulders: Joint = [lean, 0.745, between(0.078, 0.098, random)];
  const hips: Joint = [0, 0.52, between(0.066, 0.08, random)];
  if (chance(0.25, random)) drawBackpack(pen, random);
  limb(pen, hips, shoulders, top);
  const skirt = wear > 0.8;
  if (!skirt && wear < 0.7) return;
  const hem = skirt ? between(0.28, 0.36, random) : between(0.34, 0.42, random);
  const wide = between(0.1, 0.13, random);
  trapezoid(
    pen,
    { bottom: hem, top: 0.56, bottomEdge: [-wide, wide], topEdge: [-0.07, 0.07] },
    skirt ? bottom : top,
  );
}

function drawBackpack(pen: Pen, random: RandomSource): void {
  const side = chance(0.5, random) ? 0.085 : -0.085;
  const colour: Colour = [between(0.1, 0.6, random), between(0.1, 0.5, random), between(0.1, 0.5, random)];
  limb(pen, [side, 0.62, 0.055], [side, 0.73, 0.055], colour);
}

function drawHead(pen: Pen, { skin, hair }: Outfit, lean: number, random: RandomSource): void {
  const x = lean * 1.5;
  limb(pen, [lean, 0.8, 0.03], [x, 0.87, 0.03], shade(skin, 0.85));
  const long = chance(0.4, random);
  if (long) limb(pen, [x, 0.85, 0.055], [x, 0.92, 0.066], hair);
  const turned = between(-0.025, 0.025, random);
  ellipse(pen, x, 0.938, 0.061, 0.062, hair);
  ellipse(pen, x + turned, 0.912, 0.05, 0.06, skin);
  if (chance(0.2, random)) box(pen, x - 0.07, x + 0.07, 0.945, 0.965, shade(hair, 0.6)); // a cap's peak
}

function drawArms(pen: Pen, { top, skin, shoes }: Outfit, lean: number, random: RandomSource): void {
  const sleeve = chance(0.65, random) ? top : skin;
  for (const side of [-1, 1]) {
    const shoulder: Joint = [lean + side * 0.085, 0.775, 0.036];
    const gesture = random();
    let swing = side * between(0.05, 0.3, random);
    let swingBelow = swing * between(0, 1, random) - side * 0.05;
    if (gesture > 0.9) {
      swing = side * between(1, 1.8, random); // waving
      swingBelow = side * between(2, 5, random);
    } else if (gesture > 0.8) {
      swing = side * 0.25; // a telephone at the ear
      swingBelow = -side * 4;
    }
    const hand = drawBentLimb(
      pen,
      shoulder,
      { upper: 0.155, lower: 0.14, swing, swingBelow, thin: 0.022 },
      shade(top, 0.9),
      shade(sleeve, 0.9),
    );
    ellipse(pen, hand[0], hand[1], 0.024, 0.026, skin);
    if (gesture < 0.15) box(pen, hand[0] - 0.05, hand[0] + 0.05, hand[1] - 0.13, hand[1] - 0.01, shoes);
  }
}
