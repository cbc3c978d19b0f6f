import type { Border } from "../support/border.js";
import { copyImage, type Image } from "../support/image.js";
import { remap } from "../support/remap.js";
import { sourceMap } from "../support/source-map.js";
import { cosine, sine } from "../support/steady.js";

/** A picture's movement about its middle: first sheared, then turned and scaled, then shifted. */
export interface Movement {
  /** Clockwise as one sees it, in turns (1 is 360°). */
  turns?: number;
  /** Above 1 enlarges. */
  scale?: number;
  /** To the right and down, in pixels. */
  shift?: readonly [x: number, y: number];
  /** Slant, in pixels per pixel: of columns along x, of rows along y. */
  shear?: readonly [x: number, y: number];
}

/** Draws an image moved. */
export function warpAffine(
  from: Image,
  to: Image,
  { turns = 0, scale = 1, shift: [shiftX, shiftY] = [0, 0], shear: [shearX, shearY] = [0, 0] }: Movement,
  border: Border,
): void {
  if (turns === 0 && scale === 1 && shiftX === 0 && shiftY === 0 && shearX === 0 && shearY === 0) {
    copyImage(from, to);
    return;
  }
  const { height, width } = from;
  const centreX = (width - 1) / 2;
  const centreY = (height - 1) / 2;
  const cos = cosine(turns) * scale;
  const sin = sine(turns) * scale;
  // From source to result: [a b; c d] about the middle. Its inverse leads back.
  const a = cos - sin * shearY;
  const b = cos * shearX - sin;
  const c = sin + cos * shearY;
  const d = sin * shearX + cos;
  const unit = 65536 / (a * d - b * c);
  const map = sourceMap(from);
  for (let y = 0, pixel = 0; y < height; y++) {
    const downwards = y - centreY - shiftY;
    const startX = -b * downwards * unit + centreX * 65536 + 0.5;
    const startY = a * downwards * unit + centreY * 65536 + 0.5;
    for (let x = 0; x < width; x++, pixel++) {
      const rightwards = (x - centreX - shiftX) * unit;
      map.x[pixel] = Math.floor(startX + d * rightwards);
      map.y[pixel] = Math.floor(startY - c * rightwards);
    }
  }
  remap(from, to, map, border);
}
