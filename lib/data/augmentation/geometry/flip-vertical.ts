import type { ImageAugmentation } from "../augmentation.js";
import type { Image } from "../support/image.js";
import { type SwitchOptions, switchedOp } from "../support/switched-op.js";

/**
 * Top and bottom exchanged.
 *
 * @throws UsageError when the probability is no share
 */
export function flipVertical(options: SwitchOptions = {}): ImageAugmentation {
  return switchedOp("flipVertical", options, mirrorRows);
}

function mirrorRows(from: Image, to: Image): void {
  const { height, width, channels, white } = from;
  const row = width * channels;
  // Rows that fill whole words are copied as such.
  const isWords = white === 255 && row % 4 === 0;
  const source = isWords ? from.words : from.pixels;
  const target = isWords ? to.words : to.pixels;
  const length = isWords ? row / 4 : row;
  for (let y = 0, at = 0; y < height; y++)
    for (let place = (height - 1 - y) * length, end = place + length; place < end; place++)
      target[place] = source[at++]!;
}
