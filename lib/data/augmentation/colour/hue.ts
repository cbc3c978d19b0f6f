import { checkOptions } from "../../../core/index.js";
import type { ImageAugmentation } from "../augmentation.js";
import { assertColour } from "../support/assert-colour.js";
import { copyImage, type Image } from "../support/image.js";
import { draw, rangeOf, type Strength } from "../support/strength.js";

/** Options for {@link hue}. */
export interface HueOptions {
  /** Way along the circle of colours, up to 180; defaults to 18: from −18° to 18°. 120 turns red into green. */
  degrees?: Strength;
}

/**
 * Other colours, as strong and as bright: every pixel is turned on the circle red – green – blue – red.
 *
 * @throws UsageError when the angle is out of range; when the images have no three channels
 * @see A. Smith, "Color Gamut Transform Pairs" (1978), for hue, saturation and value
 * @example
 * hue({ degrees: 30 }).settings; // { degrees: [-30, 30] }
 */
export function hue(options: HueOptions = {}): ImageAugmentation {
  checkOptions("hue", options, ["degrees"]);
  const degrees = rangeOf("hue.degrees", options.degrees ?? 18, { kind: "signed", most: 180, example: 18 });
  return {
    name: "hue",
    labels: "kept",
    settings: { degrees },
    apply(from, to, random) {
      assertColour("hue", from);
      turnHue(from, to, draw(degrees, random));
    },
  };
}

/** Turns every pixel's hue. Its greatest and its least value stay; which channels have them changes. */
export function turnHue(from: Image, to: Image, degrees: number): void {
  const sixths = (((degrees / 60) % 6) + 6) % 6;
  if (sixths === 0) copyImage(from, to);
  else if (from.white === 255) turnBytes(from, to, Math.round(sixths * 256));
  else turnFloats(from, to, sixths);
}

function turnFloats({ pixels }: Image, { pixels: target }: Image, turn: number): void {
  for (let at = 0; at < pixels.length; at += 3) {
    const red = pixels[at]!;
    const green = pixels[at + 1]!;
    const blue = pixels[at + 2]!;
    const most = Math.max(red, green, blue);
    const least = Math.min(red, green, blue);
    const range = most - least;
    let place = turn + 6;
    if (range === 0) place = 0;
    else if (most === red) place += (green - blue) / range;
    else if (most === green) place += (blue - red) / range + 2;
    else place += (red - green) / range + 4;
    place %= 6;
    target[at] = least + range * ramp(place);
    target[at + 1] = least + range * ramp((place + 4) % 6);
    target[at + 2] = least + range * ramp((place + 2) % 6);
  }
}

/** How much red a hue has, 0 … 1; green and blue have as much a third of the circle later, and two thirds. */
function ramp(place: number): number {
  return Math.min(1, Math.max(0, Math.abs(place - 3) - 1));
}

/** Shares of red, green and blue in 1/256, at each 1/256 of a sixth of the circle; from a sixth before it, twice round. */
const shares = Uint16Array.from({ length: 256 * 13 * 3 }, (_, at) => {
  const place = Math.floor(at / 3) / 256 + 5 + [0, 4, 2][at % 3]!;
  return Math.round(256 * ramp(place % 6));
});
/** 65536 · 256 / n, rounded. */
const reciprocals = Int32Array.from({ length: 256 }, (_, n) => (n === 0 ? 0 : Math.round(16777216 / n)));

/** Without a branch, for which channel is the greatest is anybody's guess. `x >> 31` is −1 where x is below 0, else 0. */
function turnBytes({ pixels }: Image, { pixels: target }: Image, turn: number): void {
  for (let at = 0; at < pixels.length; at += 3) {
    const red = pixels[at]!;
    const green = pixels[at + 1]!;
    const blue = pixels[at + 2]!;
    const redLess = (red - green) & ((red - green) >> 31);
    const most = atLeast(red - redLess, blue);
    const least = atMost(green + redLess, blue);
    const notRed = (red - most) >> 31;
    const notGreen = (green - most) >> 31;
    const from = 256 + turn + (notRed & (512 + (notGreen & 512)));
    const other = (notGreen & (red - green)) | (~notGreen & (blue - red));
    const ahead = (notRed & other) | (~notRed & (green - blue));
    const range = most - least;
    const place = (from + ((ahead * reciprocals[range]!) >> 16)) * 3;
    target[at] = least + ((range * shares[place]! + 128) >> 8);
    target[at + 1] = least + ((range * shares[place + 1]! + 128) >> 8);
    target[at + 2] = least + ((range * shares[place + 2]! + 128) >> 8);
  }
}

const atLeast = (a: number, b: number): number => a - ((a - b) & ((a - b) >> 31));
const atMost = (a: number, b: number): number => b + ((a - b) & ((a - b) >> 31));
