import { checkOptions, integerBelow } from "../../../core/index.js";
import type { MixingAugmentation } from "../augmentation.js";
import { copyImage } from "../support/image.js";
import { checkAlpha, drawShare } from "./draw-share.js";

/** Options for {@link cutmix}. */
export interface CutmixOptions {
  /** Of the Beta distribution, 0 … 4: the greater, the larger the boxes; defaults to 1. 0 mixes nothing. */
  alpha?: number;
}

/**
 * A box of another image pasted in; the labels are mixed by the areas. The box covers at most half of the picture.
 *
 * @throws UsageError when alpha is out of range
 * @see S. Yun et al., "CutMix: Regularization Strategy to Train Strong Classifiers with Localizable Features" (2019)
 * @example
 * cutmix({ alpha: 0.5 }).settings; // { alpha: 0.5 }
 */
export function cutmix(options: CutmixOptions = {}): MixingAugmentation {
  checkOptions("cutmix", options, ["alpha"]);
  const { alpha = 1 } = options;
  checkAlpha("cutmix", alpha);
  return {
    name: "cutmix",
    labels: "mixed",
    settings: { alpha },
    apply(from, to, random, partner) {
      const { height, width, channels } = from;
      const side = Math.sqrt(1 - drawShare(alpha, random));
      const across = Math.floor(width * side);
      const down = Math.floor(height * side);
      const left = integerBelow(width - across + 1, random);
      const top = integerBelow(height - down + 1, random);
      copyImage(from, to);
      for (let y = top; y < top + down; y++) {
        const start = (y * width + left) * channels;
        to.pixels.set(partner.pixels.subarray(start, start + across * channels), start);
      }
      return 1 - (across * down) / (width * height); // of the box as drawn, in whole pixels
    },
  };
}
