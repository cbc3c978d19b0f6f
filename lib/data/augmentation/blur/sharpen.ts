import { checkOptions } from "../../../core/index.js";
import type { ImageAugmentation } from "../augmentation.js";
import { copyImage } from "../support/image.js";
import { draw, rangeOf, type Strength } from "../support/strength.js";
import { convolve } from "./convolve.js";

/** Options for {@link sharpen}. */
export interface SharpenOptions {
  /** How many times the difference to a smoothed picture is added, up to 4; defaults to 1. */
  by?: Strength;
}

const offsets = [-1, 0, 1];

/**
 * Edges stressed: the picture moves away from a smoothed copy of itself.
 *
 * The smoothing is that of Pillow and torchvision: a 3 × 3 mean in which the middle counts five times.
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
      const taps = offsets.flatMap((y) =>
        offsets.map((x) => ({
          ...{ x, y },
          weight: x === 0 && y === 0 ? 1 + (strength * 8) / 13 : -strength / 13,
        })),
      );
      convolve(from, to, taps);
    },
  };
}
