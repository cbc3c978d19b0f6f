import { checkOptions, integerBelow } from "../../../core/index.js";
import { checkCount } from "../../check-values.js";
import type { ImageAugmentation } from "../augmentation.js";
import { type Border, borderIndex, checkBorder } from "../support/border.js";
import type { Image } from "../support/image.js";

/** Options for {@link padAndCrop}. */
export interface PadAndCropOptions {
  /** Added on each side before a window of the old size is cut out, 0 … 64; defaults to 4. */
  pixels?: number;
  /** What is added; defaults to 0, black. */
  border?: Border;
}

/**
 * Moved by whole pixels: the edge is widened, and a window of the old size cut out anywhere.
 *
 * @throws UsageError when the number of pixels is out of range
 * @see K. He et al., "Deep Residual Learning for Image Recognition" (2016), section 4.2
 * @example
 * padAndCrop({ pixels: 2 }).settings; // { pixels: 2, border: 0 }
 */
export function padAndCrop(options: PadAndCropOptions = {}): ImageAugmentation {
  checkOptions("padAndCrop", options, ["pixels", "border"]);
  const { pixels = 4, border = 0 } = options;
  checkCount("padAndCrop.pixels", pixels, 0, 64);
  checkBorder("padAndCrop", border);
  return {
    name: "padAndCrop",
    labels: "kept",
    settings: { pixels, border },
    apply(from, to, random) {
      const right = integerBelow(2 * pixels + 1, random) - pixels;
      const down = integerBelow(2 * pixels + 1, random) - pixels;
      moveWhole(from, to, right, down, border);
    },
  };
}

/** Draws what stands `right` and `down` of each pixel. */
function moveWhole(from: Image, to: Image, right: number, down: number, border: Border): void {
  const { height, width, channels, pixels, white } = from;
  const target = to.pixels;
  const row = width * channels;
  const grey = typeof border === "number" ? border * white : 0;
  const first = Math.max(0, -right);
  const last = Math.max(first, Math.min(width, width - right));
  for (let y = 0; y < height; y++) {
    const line = borderIndex(y + down, height, border);
    const at = y * row;
    if (line === -1 || first >= width) {
      target.fill(grey, at, at + row);
      continue;
    }
    const source = line * row;
    const inside = source + (first + right) * channels;
    target.set(pixels.subarray(inside, inside + (last - first) * channels), at + first * channels);
    for (let x = 0; x < width; x++) {
      if (x === first) x = last;
      if (x >= width) break;
      const column = borderIndex(x + right, width, border);
      for (let c = 0; c < channels; c++)
        target[at + x * channels + c] = column === -1 ? grey : pixels[source + column * channels + c]!;
    }
  }
}
