import { borderIndex } from "../support/border.js";
import type { Image } from "../support/image.js";
import { pack, ready, unpackSums, weightSum } from "../support/rgb-lanes.js";
import { scratch } from "../support/scratch.js";
import { sumsScratch } from "../support/sums.js";
import { type Reach, reachOf, type Tap } from "./kernel.js";

const widened = scratch(Float64Array);
const sumsOf = sumsScratch();

/** `convolve` for bytes of red, green and blue: weights count to 1/512, and a shade may be off by one. */
export function convolveRgb(from: Image, to: Image, taps: readonly Tap[]): void {
  const { height, width } = from;
  const reach = reachOf(taps);
  const row = width + 2 * reach.x;
  const source = widen(from, reach);
  const { values, words } = sumsOf(height * width);
  values.fill(ready, 0, height * width);
  const whole = wholeWeights(taps);
  const weights = whole.map(({ weight }) => weight);
  const places = whole.map(({ x, y }) => (reach.y + y) * row + reach.x + x);
  // Four taps at a time: a sum is then read and written a quarter as often.
  for (let tap = 0; tap < whole.length; tap += 4)
    addFour(source, values, [row, width, height], places.slice(tap, tap + 4), weights.slice(tap, tap + 4));
  unpackSums(words, to);
}

function addFour(
  source: Float64Array,
  sums: Float64Array,
  [row, width, height]: readonly [number, number, number],
  [a = 0, b = 0, c = 0, d = 0]: readonly number[],
  [ofA = 0, ofB = 0, ofC = 0, ofD = 0]: readonly number[],
): void {
  for (let y = 0, pixel = 0; y < height; y++)
    for (let at = y * row, end = at + width; at < end; at++, pixel++)
      sums[pixel] =
        sums[pixel]! +
        source[at + a]! * ofA +
        source[at + b]! * ofB +
        source[at + c]! * ofC +
        source[at + d]! * ofD;
}

/** The taps whose weight is not 0 in whole numbers, in sum 512: what rounding takes from one it gives to the next. */
function wholeWeights(taps: readonly Tap[]): Tap[] {
  let exact = 0;
  let given = 0;
  const whole = taps.map((tap) => {
    exact += tap.weight * weightSum;
    const weight = Math.round(exact) - given;
    given += weight;
    return { ...tap, weight };
  });
  return whole.filter(({ weight }) => weight > 0);
}

/** The image's packed pixels, with as much of their mirror image on every side as the kernel reaches. */
function widen({ height, width, pixels }: Image, reach: Reach): Float64Array {
  const row = width + 2 * reach.x;
  const source = widened(row * (height + 2 * reach.y));
  for (let y = 0; y < height; y++) {
    const start = (y + reach.y) * row + reach.x;
    for (let x = 0, at = y * width * 3; x < width; x++, at += 3)
      source[start + x] = pack(pixels[at]!, pixels[at + 1]!, pixels[at + 2]!);
    for (let beyond = 1; beyond <= reach.x; beyond++) {
      source[start - beyond] = source[start + borderIndex(-beyond, width, "reflect")]!;
      const right = width - 1 + beyond;
      source[start + right] = source[start + borderIndex(right, width, "reflect")]!;
    }
  }
  const copyRow = (y: number): void => {
    const line = (borderIndex(y, height, "reflect") + reach.y) * row;
    source.copyWithin((y + reach.y) * row, line, line + row);
  };
  for (let beyond = 1; beyond <= reach.y; beyond++) {
    copyRow(-beyond);
    copyRow(height - 1 + beyond);
  }
  return source;
}
