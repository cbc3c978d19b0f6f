import { checkOptions } from "../../../core/index.js";
import type { ImageAugmentation } from "../augmentation.js";
import type { Image } from "../support/image.js";
import { mapValues } from "../support/map-values.js";
import { meanGrey } from "../support/mean-grey.js";
import { draw, rangeOf, type Strength } from "../support/strength.js";

/** Options for {@link contrast}. */
export interface ContrastOptions {
  /** Change of the factor, up to 1; defaults to 0.2: from 0.8 to 1.2. −1 leaves one grey. */
  by?: Strength;
}

/**
 * Values further from the picture's mean grey, or nearer to it.
 *
 * @throws UsageError when the strength is out of range
 * @example
 * contrast({ by: [0.1, 0.3] }).settings; // { by: [0.1, 0.3] }
 */
export function contrast(options: ContrastOptions = {}): ImageAugmentation {
  checkOptions("contrast", options, ["by"]);
  const by = rangeOf("contrast.by", options.by ?? 0.2, { kind: "signed", most: 1, example: 0.2 });
  return {
    name: "contrast",
    labels: "kept",
    settings: { by },
    apply(from, to, random) {
      spread(from, to, 1 + draw(by, random));
    },
  };
}

/** Moves every value away from the mean grey by a factor; 0 gives the mean grey. */
export function spread(from: Image, to: Image, factor: number): void {
  const grey = meanGrey(from) / from.white;
  mapValues(from, to, (value) => grey + (value - grey) * factor);
}
