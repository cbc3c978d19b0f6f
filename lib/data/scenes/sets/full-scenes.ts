import { checkOptions, type Dataset } from "../../../core/index.js";
import { makeScenes } from "../make-scenes.js";
import { fullProblem } from "./full-problem.js";

/** Options for {@link fullScenes} and {@link quarterMillionScenes}. */
export interface FullScenesOptions {
  /** Picks the scenes; defaults to 0. */
  seed?: number;
  /** Images in all; defaults to 50,000, and to 250,000 for `quarterMillionScenes`. */
  samples?: number;
  /** Pixels along each side, 16 … 224; defaults to 64, and to 32 for `quarterMillionScenes`. */
  imageSize?: number;
}

/**
 * The full problem: figures of all sizes, and every condition but imbalance in some of the images, alone and together.
 *
 * @throws UsageError as `makeScenes` does
 * @example
 * fullScenes().size; // 50000
 */
export function fullScenes(options: FullScenesOptions = {}): Dataset {
  checkOptions("fullScenes", options, ["seed", "samples", "imageSize"]);
  const { seed = 0, samples = 50_000, imageSize = 64 } = options;
  return makeScenes(samples, { ...fullProblem, seed, imageSize });
}

/**
 * A quarter of a million small pictures of the full problem: what "collect more data" would bring. At 32 × 32 pixels
 * they are 768 MB, so stream them.
 *
 * @throws UsageError as `makeScenes` does
 * @example
 * quarterMillionScenes().size; // 250000
 */
export function quarterMillionScenes(options: FullScenesOptions = {}): Dataset {
  checkOptions("quarterMillionScenes", options, ["seed", "samples", "imageSize"]);
  const { seed = 0, samples = 250_000, imageSize = 32 } = options;
  return makeScenes(samples, { ...fullProblem, seed, imageSize });
}
