import { checkOptions } from "../../../core/index.js";
import type { ImageAugmentation } from "../augmentation.js";
import { copyImage } from "../support/image.js";
import { cosine, sine } from "../support/steady.js";
import { draw, rangeOf, type Strength } from "../support/strength.js";
import { convolve } from "./convolve.js";
import type { Tap } from "./kernel.js";

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

/**
 * A line about the pixel as a kernel: one pixel thick, so many rows or columns long as it crosses, and in each of those
 * shared between the two pixels that it runs through.
 */
function line(pixels: number, turns: number): Tap[] {
  const right = cosine(turns);
  const down = sine(turns);
  const isFlat = Math.abs(right) >= Math.abs(down);
  const [along, across] = isFlat ? [right, down] : [down, right];
  const half = ((Math.max(1, pixels) - 1) * Math.abs(along) + 1) / 2;
  const taps: Tap[] = [];
  for (let step = -Math.ceil(half - 0.5); step <= Math.ceil(half - 0.5); step++) {
    const cover = Math.min(1, half + 0.5 - Math.abs(step)) / (2 * half); // the ends are covered in part
    const offset = (step * across) / along;
    const low = Math.floor(offset);
    for (const [place, share] of [
      [low, low + 1 - offset],
      [low + 1, offset - low],
    ] as const)
      if (share > 0)
        taps.push({ ...(isFlat ? { x: step, y: place } : { x: place, y: step }), weight: cover * share });
  }
  return taps;
}
