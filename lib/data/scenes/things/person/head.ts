import type { RandomSource } from "../../../../core/index.js";
import { between, chance } from "../../draws.js";
import { box, ellipse, limb, type Pen, shade } from "../../raster/index.js";
import type { Outfit } from "../outfit.js";
import { jointOn, onBody, type Posture } from "./posture.js";

/** Draws neck, hair and face, turned a little to one side, on some under a cap. */
export function drawHead(pen: Pen, { skin, hair }: Outfit, posture: Posture, random: RandomSource): void {
  limb(pen, jointOn(posture, 0.31, 0, 0.03), jointOn(posture, 0.38, 0, 0.03), shade(skin, 0.85));
  const long = chance(0.4, random);
  if (long) limb(pen, jointOn(posture, 0.36, 0, 0.055), jointOn(posture, 0.43, 0, 0.066), hair);
  const turned = between(-0.025, 0.025, random);
  const [hairX, hairY] = onBody(posture, 0.448, 0);
  const [faceX, faceY] = onBody(posture, 0.422, turned);
  ellipse(pen, hairX, hairY, 0.061, 0.062, hair);
  ellipse(pen, faceX, faceY, 0.05, 0.06, skin);
  if (!chance(0.2, random)) return;
  const [x, y] = onBody(posture, 0.465, 0); // a cap's peak
  box(pen, x - 0.07, x + 0.07, y - 0.01, y + 0.01, shade(hair, 0.6));
}
