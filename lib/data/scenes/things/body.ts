import type { Colour, Joint, Pen } from "../raster/index.js";
import { limb } from "../raster/index.js";

/**
 * The point `length` away from a joint, hanging straight down and swung sideways.
 *
 * `swing` is the tangent of half the angle: 0 hangs down, 1 is level, beyond 1 points up. In that measure sine
 * and cosine are plain fractions, so every platform computes the same bits.
 */
export function swung(from: Joint, length: number, swing: number, radius: number): Joint {
  const scale = length / (1 + swing * swing);
  return [from[0] + 2 * swing * scale, from[1] - (1 - swing * swing) * scale, radius];
}

/** One arm or leg: two bars with a joint between them. Lengths are in body heights; returns where it ends. */
export function drawBentLimb(
  pen: Pen,
  from: Joint,
  bend: { upper: number; lower: number; swing: number; swingBelow: number; thin: number },
  upperColour: Colour,
  lowerColour: Colour = upperColour,
): Joint {
  const middle = swung(from, bend.upper, bend.swing, (from[2] + bend.thin) / 2);
  const end = swung(middle, bend.lower, bend.swingBelow, bend.thin);
  limb(pen, from, middle, upperColour);
  limb(pen, middle, end, lowerColour);
  return end;
}
