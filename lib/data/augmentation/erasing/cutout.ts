import { checkOptions, integerBelow } from "../../../core/index.js";
import { checkCount } from "../../check-values.js";
import type { ImageAugmentation } from "../augmentation.js";
import { copyImage } from "../support/image.js";
import { draw, rangeOf, type Strength } from "../support/strength.js";
import { checkFill, type Fill, fillBox } from "./fill-box.js";

/** Options for {@link cutout}. */
export interface CutoutOptions {
  /** Side of the square, in shares of the picture's shorter side, up to 1; defaults to [0.25, 0.25]. */
  side?: Strength;
  /** Squares per picture, 1 … 32; defaults to 1. */
  holes?: number;
  /** What stands in its place; defaults to 0, black. */
  fill?: Fill;
}

/**
 * Squares painted over. Each square's middle is anywhere, so that some reach over the edge and hide less.
 *
 * @throws UsageError when an option is out of range
 * @see T. DeVries and G. Taylor, "Improved Regularization of Convolutional Neural Networks with Cutout" (2017)
 * @example
 * cutout({ side: 0.5 }).settings; // { side: [0, 0.5], holes: 1, fill: 0 }
 */
export function cutout(options: CutoutOptions = {}): ImageAugmentation {
  checkOptions("cutout", options, ["side", "holes", "fill"]);
  const { holes = 1, fill = 0 } = options;
  checkCount("cutout.holes", holes, 1, 32);
  checkFill("cutout", fill);
  const side = rangeOf("cutout.side", options.side ?? [0.25, 0.25], {
    kind: "amount",
    most: 1,
    example: 0.25,
  });
  return {
    name: "cutout",
    labels: "kept",
    settings: { side, holes, fill },
    apply(from, to, random) {
      const { height, width } = from;
      copyImage(from, to);
      for (let hole = 0; hole < holes; hole++) {
        const pixels = Math.round(draw(side, random) * Math.min(height, width));
        const left = integerBelow(width, random) - (pixels >> 1);
        const top = integerBelow(height, random) - (pixels >> 1);
        const box = {
          left: Math.max(0, left),
          top: Math.max(0, top),
          right: Math.min(width, left + pixels),
          bottom: Math.min(height, top + pixels),
        };
        fillBox(to, box, fill, random);
      }
    },
  };
}
