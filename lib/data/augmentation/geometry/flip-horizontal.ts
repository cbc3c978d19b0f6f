import type { ImageAugmentation } from "../augmentation.js";
import type { Image } from "../support/image.js";
import { hasRgbWords } from "../support/rgb-words.js";
import { type SwitchOptions, switchedOp } from "../support/switched-op.js";

/**
 * Left and right exchanged.
 *
 * It keeps the label of streets, and not of digits: ask `labelAgreement` first.
 *
 * @throws UsageError when the probability is no share
 * @example
 * flipHorizontal({ probability: 1 }).settings; // { probability: 1 }
 */
export function flipHorizontal(options: SwitchOptions = {}): ImageAugmentation {
  return switchedOp("flipHorizontal", options, mirrorColumns);
}

function mirrorColumns(from: Image, to: Image): void {
  const { height, width, channels } = from;
  if (hasRgbWords(from) && width % 4 === 0) mirrorWords(from.words, to.words, width);
  else mirrorAny(from.pixels, to.pixels, [height, width, channels]);
}

function mirrorAny(
  pixels: Image["pixels"],
  target: Image["pixels"],
  [height, width, channels]: readonly [number, number, number],
): void {
  for (let y = 0, at = 0; y < height; y++) {
    let mirrored = (y + 1) * width * channels;
    for (let x = 0; x < width; x++) {
      mirrored -= channels;
      for (let c = 0; c < channels; c++) target[mirrored + c] = pixels[at++]!;
    }
  }
}

/** Four pixels of red, green and blue are three words; here they change places within those, and the words with others. */
function mirrorWords(words: Uint32Array, target: Uint32Array, width: number): void {
  const row = (width * 3) / 4;
  for (let start = 0; start < words.length; start += row)
    for (let at = start, mirrored = start + row - 3; at < start + row; at += 3, mirrored -= 3) {
      const first = words[at]!;
      const second = words[at + 1]!;
      const third = words[at + 2]!;
      target[mirrored] = (third >>> 8) | ((second & 0xff0000) << 8);
      target[mirrored + 1] =
        (second >>> 24) | ((third & 255) << 8) | ((first >>> 24) << 16) | ((second & 255) << 24);
      target[mirrored + 2] = ((second >>> 8) & 255) | (first << 8);
    }
}
