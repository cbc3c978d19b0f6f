import type { RandomSource } from "../../../core/index.js";
import { checkRate } from "../../check-values.js";
import type { Augmentation, MixingAugmentation } from "../augmentation.js";
import { checkOps } from "../check-ops.js";
import { copyImage, type Image } from "../support/image.js";

/**
 * An op that is applied to a share of the images only.
 *
 * @param probability - that share, 0 … 1
 * @throws UsageError when the probability is no share
 * @example
 * sometimes(0.3, augmentations.gaussianBlur()).name; // "sometimes(gaussianBlur)"
 */
export function sometimes<Op extends Augmentation>(probability: number, op: Op): Op {
  checkRate("sometimes: probability", probability);
  checkOps("sometimes", [op]);
  return {
    ...op,
    name: `sometimes(${op.name})`,
    settings: { probability, ...op.settings },
    apply(from: Image, to: Image, random: RandomSource, partner: Image): number {
      if (random() < probability) return (op as MixingAugmentation).apply(from, to, random, partner);
      copyImage(from, to);
      return 1;
    },
  };
}
