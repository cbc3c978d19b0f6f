import { integerBelow } from "../../../core/index.js";
import type { ImageAugmentation } from "../augmentation.js";
import { checkOps } from "../check-ops.js";

/**
 * One of several ops for each image, each equally likely.
 *
 * @throws UsageError when there are no ops, or one that mixes labels
 * @example
 * oneOf([augmentations.rain(), augmentations.snow()]).name; // "oneOf(rain, snow)"
 */
export function oneOf(ops: readonly ImageAugmentation[]): ImageAugmentation {
  checkOps("oneOf", ops, "kept");
  return {
    name: `oneOf(${ops.map(({ name }) => name).join(", ")})`,
    labels: "kept",
    settings: Object.fromEntries(ops.map(({ name, settings }) => [name, settings])),
    apply(from, to, random) {
      ops[integerBelow(ops.length, random)]!.apply(from, to, random);
    },
  };
}
