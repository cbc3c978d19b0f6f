import type { ImageAugmentation } from "../augmentation.js";
import { histograms, lookUpChannels } from "../support/channel-tables.js";
import type { Image } from "../support/image.js";
import { scratch } from "../support/scratch.js";
import { type SwitchOptions, switchedOp } from "../support/switched-op.js";

/**
 * Every shade made about as frequent as any other, in each channel by itself. Floats are rounded to 256 shades.
 *
 * @throws UsageError when the probability is no share
 * @see R. Gonzalez and R. Woods, "Digital Image Processing" (2018), section 3.3
 */
export function equalize(options: SwitchOptions = {}): ImageAugmentation {
  return switchedOp("equalize", options, equalizeChannels);
}

const tablesOf = scratch(Uint8ClampedArray);

function equalizeChannels(from: Image, to: Image): void {
  const counts = histograms(from);
  const tables = tablesOf(counts.length).subarray(0, counts.length);
  const pixels = from.height * from.width;
  for (let start = 0; start < counts.length; start += 256) {
    let least = start;
    while (counts[least] === 0) least++;
    const others = pixels - counts[least]!;
    tables[least] = others === 0 ? least - start : 0; // one shade has nothing to be spread over
    const unit = 255 / others;
    let below = 0;
    for (let bin = least + 1; bin < start + 256; bin++) {
      below += counts[bin]!;
      tables[bin] = below * unit;
    }
  }
  lookUpChannels(from, to, tables);
}
