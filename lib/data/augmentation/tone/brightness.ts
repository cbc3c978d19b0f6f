import { checkOptions } from "../../../core/index.js";
import type { ImageAugmentation } from "../augmentation.js";
import type { Image } from "../support/image.js";
import { mapValues } from "../support/map-values.js";
import { draw, rangeOf, type Strength } from "../support/strength.js";

/** Options for {@link brightness}. */
export interface BrightnessOptions {
  /** Change of the factor, up to 1; defaults to 0.2: from 0.8 to 1.2 times as bright. −1 is black. */
  by?: Strength;
}

/**
 * Brighter or darker: every value times one factor.
 *
 * @throws UsageError when the strength is out of range
 * @example
 * brightness({ by: 0.5 }).settings; // { by: [-0.5, 0.5] }
 */
export function brightness(options: BrightnessOptions = {}): ImageAugmentation {
  checkOptions("brightness", options, ["by"]);
  const by = rangeOf("brightness.by", options.by ?? 0.2, { kind: "signed", most: 1, example: 0.2 });
  return {
    name: "brightness",
    labels: "kept",
    settings: { by },
    apply(from, to, random) {
      brighten(from, to, 1 + draw(by, random));
    },
  };
}

/** Multiplies every value; 0 gives black. */
export function brighten(from: Image, to: Image, factor: number): void {
  mapValues(from, to, (value) => value * factor);
}
