import { checkOptions, type Dataset, randomSource } from "../../core/index.js";
import { checkCount, checkSeed } from "../check-values.js";
import { keepInMemory } from "../splits/keep-in-memory.js";
import { type MakeScenesOptions, makeScenes } from "./make-scenes.js";

/** Options for {@link simplifiedScenes}. */
export interface SimplifiedScenesOptions {
  /** Picks the scenes; defaults to 0. */
  seed?: number;
  /** Images in all four splits together; defaults to 10,000. */
  samples?: number;
}

/** The four splits of the course's first problem. */
export interface SimplifiedScenes {
  /** Streets by day. */
  readonly train: Dataset;
  /** Held out, by day: the training distribution. */
  readonly trainVal: Dataset;
  /** Held out, with nights and reflections: the distribution that the model will meet. */
  readonly testVal: Dataset;
  /** As `testVal`, and looked at once. */
  readonly test: Dataset;
}

/**
 * Each split's share of the images.
 *
 * Every term of the error decomposition is a difference of two measured errors, and trainVal and testVal each stand
 * in two of them, so they get more than the test set. With 10,000 images and errors of 15 to 25 %, the 95 % intervals
 * are about ±2 points for variance and ±3 for shift and validation overfitting, and six in ten images still train.
 */
const shares = { train: 0.6, trainVal: 0.125, testVal: 0.15, test: 0.125 } as const;

/** Figures large and near the middle, few things around them, and one label in a hundred that nobody can know. */
const problem: MakeScenesOptions = {
  imageSize: 32,
  objects: 4,
  figureHeight: [0.65, 0.8],
  spread: 0.15,
  lookAlikes: 0,
  ambiguity: 0.01,
};

/** What the model will meet and did not train on. */
const shifted: MakeScenesOptions["conditions"] = { night: 0.5, reflections: 0.3 };

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
export function simplifiedScenes(options: SimplifiedScenesOptions = {}): SimplifiedScenes {
  checkOptions("simplifiedScenes", options, ["seed", "samples"]);
  const { seed = 0, samples = 10_000 } = options;
  checkSeed(seed);
  checkCount("samples", samples, 8, 10_000_000);
  const split = (name: keyof typeof shares, conditions: MakeScenesOptions["conditions"] = {}): Dataset => {
    const splitSeed = Math.floor(randomSource(seed, "simplified", name)() * 2 ** 32);
    return keepInMemory(
      makeScenes(Math.round(samples * shares[name]), { ...problem, seed: splitSeed, conditions }),
    );
  };
  return {
    train: split("train"),
    trainVal: split("trainVal"),
    testVal: split("testVal", shifted),
    test: split("test", shifted),
  };
}
