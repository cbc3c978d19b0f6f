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
  if (degrees === 0) {
    copyImage(from, to);
    return;
  }
  const { pixels } = from;
  const target = to.pixels;
  const turn = degrees / 60 + 6; // in sixths of the circle, above 0
  for (let at = 0; at < pixels.length; at += 3) {
    const red = pixels[at]!;
    const green = pixels[at + 1]!;
    const blue = pixels[at + 2]!;
    const most = red > green ? (red > blue ? red : blue) : green > blue ? green : blue;
    const least = red < green ? (red < blue ? red : blue) : green < blue ? green : blue;
    const range = most - least;
    let place = turn;
    if (range === 0) place = 0;
    else if (most === red) place += (green - blue) / range;
    else if (most === green) place += (blue - red) / range + 2;
    else place += (red - green) / range + 4;
    while (place >= 6) place -= 6;
    const sixth = place | 0;
    const rising = least + range * (place - sixth);
    const falling = most - range * (place - sixth);
    target[at] = sixth === 0 || sixth === 5 ? most : sixth === 1 ? falling : sixth === 4 ? rising : least;
    target[at + 1] = sixth === 1 || sixth === 2 ? most : sixth === 3 ? falling : sixth === 0 ? rising : least;
    target[at + 2] = sixth === 3 || sixth === 4 ? most : sixth === 5 ? falling : sixth === 2 ? rising : least;
  }
}
