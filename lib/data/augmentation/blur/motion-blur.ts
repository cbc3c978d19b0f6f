import { checkOptions } from "../../../core/index.js";
import type { ImageAugmentation } from "../augmentation.js";
import { copyImage } from "../support/image.js";
import { cosine, sine } from "../support/steady.js";
import { draw, rangeOf, type Strength } from "../support/strength.js";
import { convolve, type Tap } from "./convolve.js";

/** Options for {@link motionBlur}. */
export interface MotionBlurOptions {
  /** How far the picture moves while it is taken, in pixels, up to 32; defaults to 5. */
  length?: Strength;
  /** Direction, up to 180, clockwise from the right; defaults to 180: any. */
  degrees?: Strength;
}

/**
 * Smeared along a line, as by a camera that moves while its shutter is open.
 *
 * @throws UsageError when the length or the angle is out of range
 * @example
 * motionBlur({ length: [3, 3], degrees: 0 }).settings; // { length: [3, 3], degrees: [0, 0] }
 */
export function motionBlur(options: MotionBlurOptions = {}): ImageAugmentation {
  checkOptions("motionBlur", options, ["length", "degrees"]);
  const length = rangeOf("motionBlur.length", options.length ?? 5, { kind: "amount", most: 32, example: 5 });
  const degrees = rangeOf("motionBlur.degrees", options.degrees ?? 180, {
    kind: "signed",
    most: 180,
    example: 180,
  });
  return {
    name: "motionBlur",
    labels: "kept",
    settings: { length, degrees },
    apply(from, to, random) {
      const pixels = draw(length, random);
      const turns = draw(degrees, random) / 360;
      if (pixels === 0) copyImage(from, to);
      else convolve(from, to, line(pixels, turns));
    },
  };
}

/** A line about the pixel as a kernel: a point for each pixel of its length, shared among the four pixels around it. */
function line(pixels: number, turns: number): Tap[] {
  const points = Math.ceil(pixels);
  const taps = new Map<number, Tap>();
  for (let point = 0; point < points; point++) {
    const along = points === 1 ? 0 : (point / (points - 1) - 0.5) * (pixels - 1);
    // Rounded, so that a line along an axis stays in its row.
    const x = Math.round(along * cosine(turns) * 256) / 256;
    const y = Math.round(along * sine(turns) * 256) / 256;
    for (const [cornerX, shareX] of split(x))
      for (const [cornerY, shareY] of split(y)) {
        const key = (cornerY + 64) * 128 + cornerX + 64;
        const weight = (shareX * shareY) / points + (taps.get(key)?.weight ?? 0);
        taps.set(key, { x: cornerX, y: cornerY, weight });
      }
  }
  return [...taps.values()].filter(({ weight }) => weight > 0);
}

/** The whole numbers around a number, each with its share of it. */
function split(value: number): [number, number][] {
  const low = Math.floor(value);
  return [
    [low, 1 - (value - low)],
    [low + 1, value - low],
  ];
}
