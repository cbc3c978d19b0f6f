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

/** 255 − byte is every bit turned round. Twelve words at a time take a third of the time of one by one. */
function invertWords({ words }: Image, { words: target }: Image): void {
  for (let at = 0; at < words.length; at += 12) {
    target[at] = ~words[at]!;
    target[at + 1] = ~words[at + 1]!;
    target[at + 2] = ~words[at + 2]!;
    target[at + 3] = ~words[at + 3]!;
    target[at + 4] = ~words[at + 4]!;
    target[at + 5] = ~words[at + 5]!;
    target[at + 6] = ~words[at + 6]!;
    target[at + 7] = ~words[at + 7]!;
    target[at + 8] = ~words[at + 8]!;
    target[at + 9] = ~words[at + 9]!;
    target[at + 10] = ~words[at + 10]!;
    target[at + 11] = ~words[at + 11]!;
  }
}
