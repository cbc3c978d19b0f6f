import { borderIndex } from "../support/border.js";
import type { Image } from "../support/image.js";
import { scratch } from "../support/scratch.js";

/** One weight of a kernel, `x` to the right of and `y` below the pixel that it counts for. */
export interface Tap {
  readonly x: number;
  readonly y: number;
  readonly weight: number;
}

const widened = scratch(Float32Array);

/** Makes every value the weighted sum of its neighbours; beyond the edge stands the mirror image. */
export function convolve(from: Image, to: Image, taps: readonly Tap[]): void {
  const { height, width, channels } = from;
  const reach = Math.max(...taps.map(({ x, y }) => Math.max(Math.abs(x), Math.abs(y))));
  const row = (width + 2 * reach) * channels;
  const source = widen(from, reach);
  const offsets = Int32Array.from(taps, ({ x, y }) => (y + reach) * row + (x + reach) * channels);
  const weights = Float64Array.from(taps, ({ weight }) => weight);
  const target = to.pixels;
  for (let y = 0, at = 0; y < height; y++)
    for (let place = y * row, end = place + width * channels; place < end; place++, at++) {
      let sum = 0;
      for (let tap = 0; tap < weights.length; tap++) sum += source[place + offsets[tap]!]! * weights[tap]!;
      target[at] = sum;
    }
}

/** The image with `reach` pixels of its mirror image on every side. */
function widen({ height, width, channels, pixels }: Image, reach: number): Float32Array {
  const row = (width + 2 * reach) * channels;
  const source = widened(row * (height + 2 * reach));
  for (let y = -reach, at = 0; y < height + reach; y++, at += row) {
    const line = borderIndex(y, height, "reflect") * width * channels;
    source.set(pixels.subarray(line, line + width * channels), at + reach * channels);
    for (let x = -reach; x < width + reach; x++) {
      if (x === 0) x = width;
      const column = line + borderIndex(x, width, "reflect") * channels;
      for (let c = 0; c < channels; c++) source[at + (x + reach) * channels + c] = pixels[column + c]!;
    }
  }
  return source;
}
