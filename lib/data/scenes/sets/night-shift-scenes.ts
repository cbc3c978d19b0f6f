import { checkOptions } from "../../../core/index.js";
import { keepInMemory } from "../../splits/keep-in-memory.js";
import { fourSplits, type SceneSplits } from "./four-splits.js";

/** Options for {@link nightShiftScenes}. */
export interface NightShiftScenesOptions {
  /** Picks the scenes; defaults to 0. */
  seed?: number;
  /** Images in all four splits together; defaults to 10,000. */
  samples?: number;
  /** Pixels along each side, 16 … 224; defaults to 32. */
  imageSize?: number;
}

/**
 * The shift that the course's error analysis is about: trained by day with a reflection here and there, used where half
 * of the images are by night. Its table has three kinds of errors: pedestrians who are hard to see and reflections, as
 * common in both distributions, and night, which is common in one alone.
 *
 * @throws UsageError as `makeScenes` does
 * @see J. Tobin, "Troubleshooting Deep Neural Networks", Full Stack Deep Learning (2021), "Error analysis"
 * @example
 * const { trainVal, testVal } = nightShiftScenes({ samples: 400 });
 * [Math.max(...trainVal.tags.night), Math.max(...testVal.tags.night)]; // [0, 5]
 */
export function nightShiftScenes(options: NightShiftScenesOptions = {}): SceneSplits {
  checkOptions("nightShiftScenes", options, ["seed", "samples", "imageSize"]);
  const { seed = 0, samples = 10_000, imageSize = 32 } = options;
  const { train, trainVal, testVal, test } = fourSplits({
    seed,
    samples,
    scenes: {
      imageSize,
      figureHeight: [0.55, 0.8],
      spread: 0.3,
      ambiguity: 0.01,
      conditions: { reflections: 0.2, occlusion: 0.08, camouflage: 0.08, farAway: 0.08 },
    },
    shift: { night: 0.5 },
  });
  return {
    train: keepInMemory(train),
    trainVal: keepInMemory(trainVal),
    testVal: keepInMemory(testVal),
    test: keepInMemory(test),
  };
}
