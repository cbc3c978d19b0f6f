import type { RandomSource } from "../../../../core/index.js";
import { between, chance } from "../../draws.js";
import { box, ellipse, type Joint, type Pen, shade } from "../../raster/index.js";
import { drawBentLimb } from "../body.js";
import type { Outfit } from "../outfit.js";
import { jointOn, type Posture } from "./posture.js";

/** Draws both arms: hanging, waving, at the telephone or carrying a bag, unless the posture needs them. */
export function drawArms(
  pen: Pen,
  { top, skin, shoes }: Outfit,
  posture: Posture,
  random: RandomSource,
): void {
  const sleeve = chance(0.65, random) ? top : skin;
  for (const side of [-1, 1]) {
    const shoulder: Joint = jointOn(posture, 0.285, side * 0.085, 0.036);
    const gesture = random();
    const [ownSwing, ownBelow] = drawGesture(gesture, random);
    const swing = ownSwing + (posture.arms[0] - ownSwing) * posture.pose;
    const swingBelow = ownBelow + (posture.arms[1] - ownBelow) * posture.pose;
    const hand = drawBentLimb(
      pen,
      shoulder,
      { upper: 0.155, lower: 0.14, swing: side * swing, swingBelow: side * swingBelow, thin: 0.022 },
      shade(top, 0.9),
      shade(sleeve, 0.9),
    );
    ellipse(pen, hand[0], hand[1], 0.024, 0.026, skin);
    if (gesture < 0.15) box(pen, hand[0] - 0.05, hand[0] + 0.05, hand[1] - 0.13, hand[1] - 0.01, shoes);
  }
}

function drawGesture(gesture: number, random: RandomSource): readonly [upper: number, lower: number] {
  const hanging = between(0.05, 0.3, random);
  const bent = hanging * between(0, 1, random) - 0.05;
  if (gesture > 0.9) return [between(1, 1.8, random), between(2, 5, random)]; // waving
  if (gesture > 0.8) return [0.25, -4]; // a telephone at the ear
  return [hanging, bent];
}
