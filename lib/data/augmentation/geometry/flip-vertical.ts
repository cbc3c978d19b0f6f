import type { ImageAugmentation } from "../augmentation.js";
import type { Image } from "../support/image.js";
import { rowsOf } from "../support/rows-of.js";
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
  const rows = rowsOf(from);
  const row = from.width * from.channels;
  for (let y = 0; y < rows.length; y++) to.pixels.set(rows[y]!, (rows.length - 1 - y) * row);
}
