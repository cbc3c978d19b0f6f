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

function mirrorRows({ height, width, channels, pixels }: Image, { pixels: target }: Image): void {
  const row = width * channels;
  for (let y = 0; y < height; y++)
    target.set(pixels.subarray(y * row, (y + 1) * row), (height - 1 - y) * row);
}
