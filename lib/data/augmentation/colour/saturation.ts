import { checkOptions } from "../../../core/index.js";
import type { ImageAugmentation } from "../augmentation.js";
import { assertColour } from "../support/assert-colour.js";
import type { Image } from "../support/image.js";
import { luma } from "../support/mean-grey.js";
import { draw, rangeOf, type Strength } from "../support/strength.js";

/** Options for {@link saturation}. */
export interface SaturationOptions {
  /** Change of the factor, up to 1; defaults to 0.2: from 0.8 to 1.2. −1 leaves greys. */
  by?: Strength;
}

/**
 * Colours further from grey, or nearer to it; every pixel stays as bright as it looks.
 *
 * @throws UsageError when the strength is out of range; when the images have no three channels
 * @example
 * saturation({ by: 0.5 }).settings; // { by: [-0.5, 0.5] }
 */
export function saturation(options: SaturationOptions = {}): ImageAugmentation {
  checkOptions("saturation", options, ["by"]);
  const by = rangeOf("saturation.by", options.by ?? 0.2, { kind: "signed", most: 1, example: 0.2 });
  return {
    name: "saturation",
    labels: "kept",
    settings: { by },
    apply(from, to, random) {
      assertColour("saturation", from);
      saturate(from, to, 1 + draw(by, random));
    },
  };
}

/** Moves every pixel away from its own grey by a factor; 0 gives the grey. */
export function saturate({ pixels }: Image, { pixels: target }: Image, factor: number): void {
  const [redShare, greenShare, blueShare] = luma;
  for (let at = 0; at < pixels.length; at += 3) {
    const red = pixels[at]!;
    const green = pixels[at + 1]!;
    const blue = pixels[at + 2]!;
    const base = (redShare * red + greenShare * green + blueShare * blue) * (1 - factor);
    target[at] = red * factor + base;
    target[at + 1] = green * factor + base;
    target[at + 2] = blue * factor + base;
  }
}
