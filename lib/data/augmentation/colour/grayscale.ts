import type { ImageAugmentation } from "../augmentation.js";
import { assertColour } from "../support/assert-colour.js";
import type { Image } from "../support/image.js";
import { hasRgbWords } from "../support/rgb-words.js";
import { type SwitchOptions, switchedOp } from "../support/switched-op.js";
import { saturate } from "./saturation.js";

/**
 * Without colour: red, green and blue become the grey that looks as bright.
 *
 * @throws UsageError when the probability is no share; when the images have no three channels
 */
export function grayscale(options: SwitchOptions = {}): ImageAugmentation {
  return switchedOp("grayscale", options, (from, to) => {
    assertColour("grayscale", from);
    if (hasRgbWords(from)) greyWords(from, to);
    else saturate(from, to, 0);
  });
}

function greyWords({ words }: Image, { words: target }: Image): void {
  for (let at = 0; at < words.length; at += 3) {
    const first = words[at]!;
    const second = words[at + 1]!;
    const third = words[at + 2]!;
    const a = grey(first & 255, (first >>> 8) & 255, (first >>> 16) & 255);
    const b = grey(first >>> 24, second & 255, (second >>> 8) & 255);
    const c = grey((second >>> 16) & 255, second >>> 24, third & 255);
    const d = grey((third >>> 8) & 255, (third >>> 16) & 255, third >>> 24);
    target[at] = Math.imul(a, 0x10101) | (b << 24);
    target[at + 1] = Math.imul(b, 0x101) | Math.imul(c, 0x1010000);
    target[at + 2] = c | Math.imul(d, 0x1010100);
  }
}

/** `luma` in 1/16384. */
function grey(red: number, green: number, blue: number): number {
  return (red * 4899 + green * 9617 + blue * 1868 + 8192) >> 14;
}
