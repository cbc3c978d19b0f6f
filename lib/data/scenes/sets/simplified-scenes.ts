import { checkOptions } from "../../../core/index.js";
import { keepInMemory } from "../../splits/keep-in-memory.js";
import type { SceneConditions } from "../conditions/condition-setting.js";
import type { MakeScenesOptions } from "../make-scenes.js";
import { fourSplits, type SceneSplits } from "./four-splits.js";

/** Options for {@link simplifiedScenes}. */
export interface SimplifiedScenesOptions {
  /** Picks the scenes; defaults to 0. */
  seed?: number;
  /** Images in all four splits together; defaults to 10,000. */
  samples?: number;
}

/** Figures large and near the middle, few things around them, and one label in a hundred that nobody can know. */
const problem: MakeScenesOptions = {
  imageSize: 32,
  objects: 4,
  figureHeight: [0.65, 0.8],
  spread: 0.15,
  lookAlikeShare: 0,
  ambiguity: 0.01,
};

/** What the model will meet and did not train on. */
const shift: SceneConditions = { night: 0.5, reflections: 0.3 };

/**
 * The course's first problem, simple on purpose: 10,000 images of 32 × 32 pixels, four things in each, two classes,
 * and four splits. `train` and `trainVal` are by day; `testVal` and `test` also have nights and reflections.
 *
 * Images are drawn when they are first asked for and then kept, 31 MB in all.
 *
 * @see J. Tobin, "Troubleshooting Deep Neural Networks", Full Stack Deep Learning (2021), on simplifying the problem
 *   and on two validation sets
 * @example
 * const { train, trainVal, testVal, test } = simplifiedScenes();
 * [train.size, trainVal.size, testVal.size, test.size]; // [6000, 1250, 1500, 1250]
 */
export function simplifiedScenes(options: SimplifiedScenesOptions = {}): SceneSplits {
  checkOptions("simplifiedScenes", options, ["seed", "samples"]);
  const { seed = 0, samples = 10_000 } = options;
  const { train, trainVal, testVal, test } = fourSplits({ seed, samples, scenes: problem, shift });
  return {
    train: keepInMemory(train),
    trainVal: keepInMemory(trainVal),
    testVal: keepInMemory(testVal),
    test: keepInMemory(test),
  };
}
