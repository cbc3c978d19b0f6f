import { type Canvas, surface } from "../raster/index.js";
import { grain } from "../street/grain.js";

/**
 * A wet road: what stands on the ground is seen in it upside down.
 *
 * Down each column, a ground pixel shows what lies as far above the last thing's foot as the pixel lies below it,
 * with ripples that grow towards the camera.
 */
export function mirrorOnRoad(canvas: Canvas, strength: number, seed: number): void {
  const { size, colour, scratch } = canvas;
  scratch.set(colour);
  for (let column = 0; column < size; column++) {
    let foot = -1;
    for (let row = 0; row < size; row++) {
      const pixel = row * size + column;
      if (canvas.surface[pixel] !== surface.ground) {
        foot = row;
        continue;
      }
      const ripple = (grain(0, Math.floor((row / size) * 160), seed) - 0.5) * 0.02 * size;
      const source = Math.round(2 * foot + 1 - row + ripple * 0.8);
      const aside = Math.min(size - 1, Math.max(0, Math.round(column + ripple)));
      if (source < 0 || source > foot) continue;
      const share = strength * (0.55 + 0.45 * (1 - row / size));
      for (let channel = 0; channel < 3; channel++) {
        const at = pixel * 3 + channel;
        colour[at] =
          colour[at]! * (0.9 - share * 0.8) + scratch[(source * size + aside) * 3 + channel]! * share;
      }
    }
  }
}
