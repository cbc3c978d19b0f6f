import { borderIndex } from "../support/border.js";
import type { Image } from "../support/image.js";
import { isPackable } from "../support/rgb-lanes.js";
import { scratch } from "../support/scratch.js";
import { convolveRgb } from "./convolve-rgb.js";
import { type Reach, reachOf, type Tap } from "./kernel.js";

const widened = scratch(Float32Array);
const sums = scratch(Float64Array);

/** Weights of more taps than this are too small to be counted in 1/512. */
const fewTaps = 16;

/**
 * Makes every value the weighted mean of its neighbours; beyond the edge stands the mirror image.
 *
 * @param taps - weights from 0 up, in sum 1
 */
export function convolve(from: Image, to: Image, taps: readonly Tap[]): void {
  if (isPackable(from) && taps.length <= fewTaps) convolveRgb(from, to, taps);
  else convolveAny(from, to, taps);
}

function convolveAny(from: Image, to: Image, taps: readonly Tap[]): void {
  const { height, width, channels } = from;
  const reach = reachOf(taps);
  const row = (width + 2 * reach.x) * channels;
  const source = widen(from, reach);
  const target = to.pixels;
  const length = width * channels;
  const line = sums(length);
  for (let y = 0; y < height; y++) {
    line.fill(0);
    for (const tap of taps) {
      const start = (y + reach.y + tap.y) * row + (reach.x + tap.x) * channels;
      for (let at = 0; at < length; at++) line[at] = line[at]! + source[start + at]! * tap.weight;
    }
    for (let at = 0; at < length; at++) target[y * length + at] = line[at]!;
  }
}

/** The image with as much of its mirror image on every side as the kernel reaches. */
function widen({ height, width, channels, pixels }: Image, reach: Reach): Float32Array {
  const row = (width + 2 * reach.x) * channels;
  const source = widened(row * (height + 2 * reach.y));
  for (let y = -reach.y, at = 0; y < height + reach.y; y++, at += row) {
    const line = borderIndex(y, height, "reflect") * width * channels;
    source.set(pixels.subarray(line, line + width * channels), at + reach.x * channels);
    const mirror = (x: number): void => {
      const column = line + borderIndex(x, width, "reflect") * channels;
      for (let c = 0; c < channels; c++) source[at + (x + reach.x) * channels + c] = pixels[column + c]!;
    };
    for (let beyond = 1; beyond <= reach.x; beyond++) {
      mirror(-beyond);
      mirror(width - 1 + beyond);
    }
  }
  return source;
}
