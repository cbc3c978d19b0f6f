import { checkOptions, integerBelow, UsageError } from "../../../core/index.js";
import type { ImageAugmentation } from "../augmentation.js";
import type { Image } from "../support/image.js";
import { scratch } from "../support/scratch.js";

/** Options for {@link pixelate}. */
export interface PixelateOptions {
  /** Side of a block in pixels, 1 … 64; a number is the greatest, a pair [least, greatest]; defaults to 2. */
  block?: number | readonly [least: number, greatest: number];
}

/**
 * Blocks of one colour each, their mean: as of a camera with fewer pixels.
 *
 * @throws UsageError when the sides are no whole numbers from 1 to 64
 * @example
 * pixelate({ block: 4 }).settings; // { block: [1, 4] }
 */
export function pixelate(options: PixelateOptions = {}): ImageAugmentation {
  checkOptions("pixelate", options, ["block"]);
  const { block = 2 } = options;
  const [least, greatest] = typeof block === "number" ? [1, block] : block;
  const isSide = (side: number): boolean => Number.isInteger(side) && side >= 1 && side <= 64;
  if (!isSide(least) || !isSide(greatest) || least > greatest)
    throw new UsageError({
      got: `pixelate.block is ${JSON.stringify(block)}.`,
      expected: "a whole number of pixels from 1 to 64, or a pair [least, greatest] of them.",
      fix: "pass { block: 2 }.",
    });
  return {
    name: "pixelate",
    labels: "kept",
    settings: { block: [least, greatest] },
    apply(from, to, random) {
      averageBlocks(from, to, least + integerBelow(greatest - least + 1, random));
    },
  };
}

const sums = scratch(Float64Array);

/** Blocks start at the top left; those at the right and lower edge may be smaller. */
function averageBlocks({ height, width, channels, pixels }: Image, to: Image, side: number): void {
  const row = width * channels;
  const columns = sums(row);
  for (let top = 0; top < height; top += side) {
    const rows = Math.min(side, height - top);
    const first = top * row;
    for (let at = 0; at < row; at++) columns[at] = pixels[first + at]!;
    for (let y = 1; y < rows; y++)
      for (let at = 0; at < row; at++) columns[at] = columns[at]! + pixels[first + y * row + at]!;
    for (let left = 0; left < row; left += side * channels) {
      const end = Math.min(row, left + side * channels);
      const share = channels / (rows * (end - left));
      for (let c = 0; c < channels; c++) {
        let sum = 0;
        for (let at = left + c; at < end; at += channels) sum += columns[at]!;
        for (let at = left + c; at < end; at += channels) to.pixels[first + at] = sum * share;
      }
    }
    for (let y = 1; y < rows; y++) to.pixels.copyWithin(first + y * row, first, first + row);
  }
}
