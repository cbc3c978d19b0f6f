import { limb, type Pen, shade } from "../../raster/index.js";
import { drawBentLimb } from "../body.js";
import type { Outfit } from "../outfit.js";
import type { Posture } from "./posture.js";

/** Draws both legs and the shoes; a `wear` above 0.8 is a skirt, and leaves the shins bare. */
export function drawLegs(
  pen: Pen,
  outfit: Outfit,
  { facing, hips, front, back }: Posture,
  wear: number,
): void {
  const shin = wear > 0.8 ? outfit.skin : outfit.bottom;
  const [upper, lower, thin] = [0.25, 0.22, 0.026];
  const backFoot = drawBentLimb(
    pen,
    [hips[0] - 0.02 * facing, hips[1], 0.05],
    { upper, lower, swing: back[0], swingBelow: back[1], thin },
    shade(outfit.bottom, 0.82),
    shade(shin, 0.85),
  );
  const frontFoot = drawBentLimb(
    pen,
    [hips[0] + 0.02 * facing, hips[1], 0.05],
    { upper, lower, swing: front[0], swingBelow: front[1], thin },
    outfit.bottom,
    shin,
  );
  for (const [x, y] of [backFoot, frontFoot])
    limb(pen, [x, y + 0.005, 0.022], [x + 0.045 * facing, y - 0.005, 0.018], outfit.shoes);
}
