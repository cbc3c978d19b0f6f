import { checkOptions } from "../../../core/index.js";
import type { ImageAugmentation } from "../augmentation.js";
import { copyImage, type Image } from "../support/image.js";
import { lookUp, mapValues } from "../support/map-values.js";
import { exponential, logarithm } from "../support/steady.js";
import { drawFactor, rangeOf, type Strength } from "../support/strength.js";

/** Options for {@link gamma}. */
export interface GammaOptions {
  /** The exponent, up to 5; defaults to 1.25: from 1/1.25 to 1.25. Above 1 darkens the middle greys. */
  exponent?: Strength;
}

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
    ...{ kind: "factor", most: 5, example: 1.25 },
  });
  return {
    name: "gamma",
    labels: "kept",
    settings: { exponent },
    apply(from, to, random) {
      const power = drawFactor(exponent, random);
      if (power === 1) copyImage(from, to);
      else raise(from, to, power);
    },
  };
}

function raise(from: Image, to: Image, power: number): void {
  if (from.white === 1) {
    mapValues(from, to, (value) => (value === 0 ? 0 : exponential(power * logarithm(value))));
    return;
  }
  const powers = wholePowers(power);
  const unit = 255 / powers[255]!;
  for (let byte = 0; byte < 256; byte++) table[byte] = powers[byte]! * unit;
  lookUp(from, to, table);
}

/** The smallest prime that divides each number up to 255. */
const smallestFactors = Uint8Array.from({ length: 256 }, (_, n) => {
  for (let factor = 2; factor < n; factor++) if (n % factor === 0) return factor;
  return n;
});
const logarithms = Float64Array.from({ length: 256 }, (_, n) => (n === 0 ? 0 : logarithm(n)));
const powers = new Float64Array(256);
const table = new Uint8ClampedArray(256);

/** 0 … 255, each to a power. That of a product is the product of powers, so only the 54 primes cost an exponential. */
function wholePowers(power: number): Float64Array {
  powers[1] = 1;
  for (let n = 2; n < 256; n++) {
    const factor = smallestFactors[n]!;
    powers[n] = factor === n ? exponential(power * logarithms[n]!) : powers[factor]! * powers[n / factor]!;
  }
  return powers;
}
