import type { ImageAugmentation } from "../augmentation.js";
import type { Image } from "../support/image.js";
import { type SwitchOptions, switchedOp } from "../support/switched-op.js";

/**
 * Each channel stretched, so that its darkest value becomes black and its brightest white.
 *
 * @throws UsageError when the probability is no share
 */
export function autocontrast(options: SwitchOptions = {}): ImageAugmentation {
  return switchedOp("autocontrast", options, stretchChannels);
}

function stretchChannels({ channels, pixels, white }: Image, { pixels: target }: Image): void {
  for (let c = 0; c < channels; c++) {
    let least: number = white;
    let most = 0;
    for (let at = c; at < pixels.length; at += channels) {
      const value = pixels[at]!;
      if (value < least) least = value;
      if (value > most) most = value;
    }
    const gain = most > least ? white / (most - least) : 1;
    const base = most > least ? least : 0;
    for (let at = c; at < pixels.length; at += channels) target[at] = (pixels[at]! - base) * gain;
  }
}
