import type { ImageAugmentation } from "../augmentation.js";
import type { Image } from "../support/image.js";
import { type SwitchOptions, switchedOp } from "../support/switched-op.js";

/**
 * Black for white, as on a photographic negative.
 *
 * @throws UsageError when the probability is no share
 */
export function invert(options: SwitchOptions = {}): ImageAugmentation {
  return switchedOp("invert", options, (from, to) => {
    if (from.white === 255) invertWords(from, to);
    else for (let at = 0; at < from.pixels.length; at++) to.pixels[at] = 1 - from.pixels[at]!;
  });
}

/** 255 − byte is every bit turned round, four bytes at a time. */
function invertWords({ words }: Image, { words: target }: Image): void {
  for (let at = 0; at < words.length; at++) target[at] = ~words[at]!;
}
