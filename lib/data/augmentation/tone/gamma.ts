import { checkOptions } from "../../../core/index.js";
import type { ImageAugmentation } from "../augmentation.js";
import { mapValues } from "../support/map-values.js";
import { exponential, logarithm } from "../support/steady.js";
import { drawFactor, rangeOf, type Strength } from "../support/strength.js";

/** Options for {@link gamma}. */
export interface GammaOptions {
  /** The exponent, up to 5; defaults to 1.25: from 1/1.25 to 1.25. Above 1 darkens the middle greys. */
  exponent?: Strength;
}

/** The logarithm of each byte, as a number 0 … 1; of the first it is never asked. */
const logarithms = Float64Array.from({ length: 256 }, (_, byte) => (byte === 0 ? 0 : logarithm(byte / 255)));

/**
 * Middle greys darker or brighter; black and white stay.
 *
 * @throws UsageError when the exponent is out of range
 * @example
 * gamma({ exponent: 2 }).settings; // { exponent: [0.5, 2] }
 */
export function gamma(options: GammaOptions = {}): ImageAugmentation {
  checkOptions("gamma", options, ["exponent"]);
  const exponent = rangeOf("gamma.exponent", options.exponent ?? 1.25, {
    kind: "factor",
    most: 5,
    example: 1.25,
  });
  return {
    name: "gamma",
    labels: "kept",
    settings: { exponent },
    apply(from, to, random) {
      const power = drawFactor(exponent, random);
      const logarithmOf = from.white === 255 ? (value: number) => logarithms[value * 255]! : logarithm;
      mapValues(from, to, (value) =>
        power === 1 || value === 0 ? value : exponential(power * logarithmOf(value)),
      );
    },
  };
}
