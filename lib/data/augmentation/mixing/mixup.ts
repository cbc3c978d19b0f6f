import { checkOptions } from "../../../core/index.js";
import type { MixingAugmentation } from "../augmentation.js";
import type { Image } from "../support/image.js";
import { checkAlpha, drawShare } from "./draw-share.js";

/** Options for {@link mixup}. */
export interface MixupOptions {
  /** Of the Beta distribution, 0 … 4: the greater, the more even the mixtures; defaults to 0.2. 0 mixes nothing. */
  alpha?: number;
}

/**
 * The image and another one, laid over each other; the labels are mixed in the same shares.
 *
 * @throws UsageError when alpha is out of range
 * @see H. Zhang et al., "mixup: Beyond Empirical Risk Minimization" (2018)
 * @example
 * mixup().labels; // "mixed"
 */
export function mixup(options: MixupOptions = {}): MixingAugmentation {
  checkOptions("mixup", options, ["alpha"]);
  const { alpha = 0.2 } = options;
  checkAlpha("mixup", alpha);
  return {
    name: "mixup",
    labels: "mixed",
    settings: { alpha },
    apply(from, to, random, partner) {
      const share = drawShare(alpha, random);
      overlay(from, partner, to, share);
      return share;
    },
  };
}

function overlay(
  { pixels }: Image,
  { pixels: other }: Image,
  { pixels: target }: Image,
  share: number,
): void {
  const rest = 1 - share;
  for (let at = 0; at < pixels.length; at++) target[at] = pixels[at]! * share + other[at]! * rest;
}
