import type { RandomSource } from "../../../core/index.js";

/**
 * A smooth random field: draws from −1 to 1 at the corners of a lattice of `cells` × `cells`, blended between them.
 *
 * @param field - filled; shape [height, width]
 * @see K. Perlin, "An Image Synthesizer" (1985), on noise at the points of a lattice
 */
export function fillSmoothField(
  field: Float32Array,
  [height, width]: readonly [number, number],
  cells: number,
  random: RandomSource,
): void {
  const side = cells + 1;
  const corners = Float32Array.from({ length: side * side }, () => 2 * random() - 1);
  for (let y = 0, at = 0; y < height; y++) {
    const down = (y * cells) / height;
    const row = Math.floor(down);
    const low = easeInOut(down - row);
    for (let x = 0; x < width; x++, at++) {
      const along = (x * cells) / width;
      const column = Math.floor(along);
      const right = easeInOut(along - column);
      const corner = row * side + column;
      const top = corners[corner]! + (corners[corner + 1]! - corners[corner]!) * right;
      const bottom =
        corners[corner + side]! + (corners[corner + side + 1]! - corners[corner + side]!) * right;
      field[at] = top + (bottom - top) * low;
    }
  }
}

const easeInOut = (share: number): number => share * share * (3 - 2 * share);
