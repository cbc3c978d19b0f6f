import { checkOptions, normalQuantile } from "../../../core/index.js";
import type { ImageAugmentation } from "../augmentation.js";
import { copyImage, type Image } from "../support/image.js";
import { noiseState } from "../support/noise-state.js";
import { draw, rangeOf, type Strength } from "../support/strength.js";

/** Options for {@link gaussianNoise}. */
export interface GaussianNoiseOptions {
  /** Standard deviation, in shares of white, up to 0.5; defaults to 0.05. */
  sigma?: Strength;
}

/** 4,096 equally likely draws of a standard normal: a look-up in place of a logarithm and a cosine. */
const normals = Float32Array.from({ length: 4096 }, (_, i) => normalQuantile((i + 0.5) / 4096));

/**
 * Normal noise added to every value, as of a sensor in the dark.
 *
 * @throws UsageError when sigma is out of range
 * @example
 * gaussianNoise({ sigma: 0.1 }).settings; // { sigma: [0, 0.1] }
 */
export function gaussianNoise(options: GaussianNoiseOptions = {}): ImageAugmentation {
  checkOptions("gaussianNoise", options, ["sigma"]);
  const sigma = rangeOf("gaussianNoise.sigma", options.sigma ?? 0.05, {
    kind: "amount",
    most: 0.5,
    example: 0.05,
  });
  return {
    name: "gaussianNoise",
    labels: "kept",
    settings: { sigma },
    apply(from, to, random) {
      const reach = draw(sigma, random) * from.white;
      if (reach === 0) copyImage(from, to);
      else addNoise(from, to, reach, noiseState(random));
    },
  };
}

function addNoise({ pixels }: Image, { pixels: target }: Image, reach: number, seed: number): void {
  let state = seed;
  for (let at = 0; at < pixels.length; at++) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    target[at] = pixels[at]! + normals[state >>> 20]! * reach;
  }
}
