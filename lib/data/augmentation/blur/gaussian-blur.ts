import { checkOptions } from "../../../core/index.js";
import type { ImageAugmentation } from "../augmentation.js";
import { copyImage, type Image, workImage } from "../support/image.js";
import { exponential } from "../support/steady.js";
import { draw, rangeOf, type Strength } from "../support/strength.js";
import { convolve } from "./convolve.js";

/** Options for {@link gaussianBlur}. */
export interface GaussianBlurOptions {
  /** Standard deviation of the bell in pixels, up to 10; defaults to 1. */
  sigma?: Strength;
}

const work = workImage();

/**
 * Out of focus: every value becomes the mean of its neighbours under a bell curve.
 *
 * The bell ends at three standard deviations.
 *
 * @throws UsageError when sigma is out of range
 * @example
 * gaussianBlur({ sigma: 2 }).settings; // { sigma: [0, 2] }
 */
export function gaussianBlur(options: GaussianBlurOptions = {}): ImageAugmentation {
  checkOptions("gaussianBlur", options, ["sigma"]);
  const sigma = rangeOf("gaussianBlur.sigma", options.sigma ?? 1, { kind: "amount", most: 10, example: 1 });
  return {
    name: "gaussianBlur",
    labels: "kept",
    settings: { sigma },
    apply(from, to, random) {
      blur(from, to, draw(sigma, random));
    },
  };
}

function blur(from: Image, to: Image, sigma: number): void {
  const weights = bell(sigma);
  const reach = (weights.length - 1) / 2;
  if (reach === 0) {
    copyImage(from, to);
    return;
  }
  const between = work(from);
  convolve(
    from,
    between,
    weights.map((weight, i) => ({ x: i - reach, y: 0, weight })),
  );
  convolve(
    between,
    to,
    weights.map((weight, i) => ({ x: 0, y: i - reach, weight })),
  );
}

/** An odd number of weights, in sum 1. */
function bell(sigma: number): number[] {
  const reach = Math.ceil(3 * sigma);
  const heights = Array.from({ length: 2 * reach + 1 }, (_, i) =>
    reach === 0 ? 1 : exponential(-0.5 * ((i - reach) / sigma) ** 2),
  );
  const sum = heights.reduce((total, height) => total + height, 0);
  return heights.map((height) => height / sum);
}
