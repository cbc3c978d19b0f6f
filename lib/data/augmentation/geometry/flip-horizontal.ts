import type { ImageAugmentation } from "../augmentation.js";
import type { Image } from "../support/image.js";
import { type SwitchOptions, switchedOp } from "../support/switched-op.js";

/**
 * Left and right exchanged.
 *
 * It keeps the label of streets, and not of digits: look at `labelAgreement` first.
 *
 * @throws UsageError when the probability is no share
 * @example
 * flipHorizontal({ probability: 1 }).settings; // { probability: 1 }
 */
export function flipHorizontal(options: SwitchOptions = {}): ImageAugmentation {
  return switchedOp("flipHorizontal", options, mirrorColumns);
}

function mirrorColumns({ height, width, channels, pixels }: Image, { pixels: target }: Image): void {
  for (let y = 0, at = 0; y < height; y++) {
    let mirrored = (y + 1) * width * channels;
    for (let x = 0; x < width; x++) {
      mirrored -= channels;
      for (let c = 0; c < channels; c++) target[mirrored + c] = pixels[at++]!;
    }
  }
}
