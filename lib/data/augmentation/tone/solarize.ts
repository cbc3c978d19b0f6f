import { checkOptions } from "../../../core/index.js";
import type { ImageAugmentation } from "../augmentation.js";
import { mapValues } from "../support/map-values.js";
import { draw, rangeOf, type Strength } from "../support/strength.js";

/** Options for {@link solarize}. */
export interface SolarizeOptions {
  /** Share of the scale, from white down, that is turned round, up to 1; defaults to 0.5: up to half of it. */
  by?: Strength;
}

/**
 * The brightest values become dark, as on a film that saw light while it was developed.
 *
 * @throws UsageError when the strength is out of range
 * @example
 * solarize({ by: [0.5, 0.5] }).settings; // { by: [0.5, 0.5] }
 */
export function solarize(options: SolarizeOptions = {}): ImageAugmentation {
  checkOptions("solarize", options, ["by"]);
  const by = rangeOf("solarize.by", options.by ?? 0.5, { kind: "amount", most: 1, example: 0.5 });
  return {
    name: "solarize",
    labels: "kept",
    settings: { by },
    apply(from, to, random) {
      const threshold = 1 - draw(by, random);
      mapValues(from, to, (value) => (value > threshold ? 1 - value : value));
    },
  };
}
