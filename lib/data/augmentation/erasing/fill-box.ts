import { type RandomSource, UsageError } from "../../../core/index.js";
import type { Image } from "../support/image.js";
import { noiseState } from "../support/noise-state.js";

/** What stands where something was erased: a grey, 0 … 1, the picture's mean colour, or noise. */
export type Fill = number | "mean" | "noise";

/** In pixels; right and bottom are the first ones outside. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Refuses what is no fill. */
export function checkFill(name: string, fill: Fill): void {
  if (fill === "mean" || fill === "noise" || (typeof fill === "number" && fill >= 0 && fill <= 1)) return;
  throw new UsageError({
    got: `${name}.fill is ${JSON.stringify(fill) ?? String(fill)}.`,
    expected: '"mean", "noise", or a grey from 0 (black) to 1 (white).',
    fix: "pass { fill: 0 }.",
  });
}

/** Paints a box over. */
export function fillBox(image: Image, box: Box, fill: Fill, random: RandomSource): void {
  const { width, channels, white, pixels } = image;
  let state = noiseState(random);
  const colours = fill === "mean" ? meanColour(image) : [];
  for (let y = box.top; y < box.bottom; y++) {
    const start = (y * width + box.left) * channels;
    const end = (y * width + box.right) * channels;
    if (typeof fill === "number") pixels.fill(fill * white, start, end);
    else if (fill === "mean") for (let at = start; at < end; at++) pixels[at] = colours[at % channels]!;
    else
      for (let at = start; at < end; at++) {
        state ^= state << 13;
        state ^= state >>> 17;
        state ^= state << 5;
        pixels[at] = ((state >>> 8) / 16777216) * white;
      }
  }
}

function meanColour({ channels, pixels }: Image): number[] {
  const sums = new Array<number>(channels).fill(0);
  for (let at = 0, c = 0; at < pixels.length; at++, c = c + 1 === channels ? 0 : c + 1)
    sums[c] = sums[c]! + pixels[at]!;
  return sums.map((sum) => (sum * channels) / pixels.length);
}
