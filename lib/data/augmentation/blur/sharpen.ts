import { checkOptions } from "../../../core/index.js";
import type { ImageAugmentation } from "../augmentation.js";
import { copyImage, type Image, workImage } from "../support/image.js";
import { draw, rangeOf, type Strength } from "../support/strength.js";
import { convolve } from "./convolve.js";
import type { Tap } from "./kernel.js";

/** Options for {@link sharpen}. */
export interface SharpenOptions {
  /** How many times the difference to a smoothed picture is added, up to 4; defaults to 1. */
  by?: Strength;
}

/** A mean of 3 × 3 pixels in which the middle counts five times. */
const smooth: readonly Tap[] = [-1, 0, 1].flatMap((y) =>
  [-1, 0, 1].map((x) => ({ x, y, weight: (x === 0 && y === 0 ? 5 : 1) / 13 })),
);

const work = workImage();

/**
 * Edges stressed: the picture moves away from a smoothed copy of itself.
 *
 * The smoothing is that of Pillow and torchvision.
 *
 * @throws UsageError when the strength is out of range
 * @example
 * sharpen({ by: 2 }).settings; // { by: [0, 2] }
 */
export function sharpen(options: SharpenOptions = {}): ImageAugmentation {
  checkOptions("sharpen", options, ["by"]);
  const by = rangeOf("sharpen.by", options.by ?? 1, { kind: "amount", most: 4, example: 1 });
  return {
    name: "sharpen",
    labels: "kept",
    settings: { by },
    apply(from, to, random) {
      const strength = draw(by, random);
      if (strength === 0) {
        copyImage(from, to);
        return;
      }
      const smoothed = work(from);
      convolve(from, smoothed, smooth);
      moveAway(from, to, smoothed, strength);
    },
  };
}

function moveAway({ pixels }: Image, { pixels: target }: Image, smoothed: Image, strength: number): void {
  const other = smoothed.pixels;
  for (let at = 0; at < pixels.length; at++) target[at] = pixels[at]! + (pixels[at]! - other[at]!) * strength;
}
