import type { RandomSource } from "../../../../core/index.js";
import { between, chance } from "../../draws.js";
import { type Colour, limb, type Pen, trapezoid } from "../../raster/index.js";
import type { Outfit } from "../outfit.js";
import { jointOn, onBody, type Posture } from "./posture.js";

/** Draws the trunk, what hangs from it, and on some a backpack. */
export function drawTorso(
  pen: Pen,
  { top, bottom }: Outfit,
  posture: Posture,
  wear: number,
  random: RandomSource,
): void {
  const chest = between(0.078, 0.098, random);
  const waist = between(0.066, 0.08, random);
  if (chance(0.25, random)) drawBackpack(pen, posture, random);
  limb(pen, jointOn(posture, 0.03, 0, waist), jointOn(posture, 0.255, 0, chest), top);
  const skirt = wear > 0.8;
  if (!skirt && wear < 0.7) return;
  const long = skirt ? between(0.13, 0.21, random) : between(0.07, 0.15, random);
  const wide = between(0.1, 0.13, random);
  const [x, y] = onBody(posture, 0.07, 0);
  trapezoid(
    pen,
    {
      bottom: Math.max(0.02, posture.hips[1] - long),
      top: y,
      bottomEdge: [posture.hips[0] - wide, posture.hips[0] + wide],
      topEdge: [x - 0.07, x + 0.07],
    },
    skirt ? bottom : top,
  );
}

function drawBackpack(pen: Pen, posture: Posture, random: RandomSource): void {
  const side = chance(0.5, random) ? 0.085 : -0.085;
  const colour: Colour = [between(0.1, 0.6, random), between(0.1, 0.5, random), between(0.1, 0.5, random)];
  limb(pen, jointOn(posture, 0.13, side, 0.055), jointOn(posture, 0.24, side, 0.055), colour);
}
