import { checkOptions, nearestName, UsageError } from "../../core/index.js";
import { checkCount, checkRate, checkSeed } from "../check-values.js";
import { type Condition, conditionNames } from "./conditions/condition.js";
import { greatestAmbiguity } from "./figure-truth.js";

/** Options for `makeScenes`. */
export interface MakeScenesOptions {
  /** Picks the scenes; defaults to 0. The same seed gives the same bytes. */
  seed?: number;
  /** Pixels along each side, 16 … 224; defaults to 32. */
  imageSize?: number;
  /** Share of images with a person, 0 … 1; defaults to 0.5. */
  personRate?: number;
  /** Things in every scene, the person or its stand-in among them, 1 … 40; defaults to 6. */
  objects?: number;
  /** Height of the person or its stand-in, in picture sides, 0.05 … 1; drawn between these, defaults to [0.3, 0.6]. */
  figureHeight?: readonly [smallest: number, greatest: number];
  /** How far from the middle of the picture it may stand: 0 in the middle, 1 (the default) anywhere. */
  spread?: number;
  /** Share of the other things that look like people, with a person in the image as often as without; defaults to 0.2. */
  lookAlikes?: number;
  /** Share of images under each condition, 0 … 1; defaults to none. Severities 1 … 5 are equally likely. */
  conditions?: Partial<Record<Condition, number>>;
  /** Share of labels turned to the other class, 0 … 1; defaults to 0. The truth stays in the tag `person`. */
  labelNoise?: number;
  /**
   * The error that nobody can avoid, in expectation; defaults to 0. Some figures are half person, half stand-in, and
   * their label is drawn from the probability that this leaves. `bayesError(dataset)` gives the exact value.
   */
  ambiguity?: number;
}

/** The options, complete and in range. */
export type SceneSettings = Required<MakeScenesOptions>;

const known: (keyof MakeScenesOptions)[] = [
  "seed",
  "imageSize",
  "personRate",
  "objects",
  "figureHeight",
  "spread",
  "lookAlikes",
  "conditions",
  "labelNoise",
  "ambiguity",
];

/** Fills in the defaults, and refuses what is out of range. */
export function resolveSceneOptions(samples: number, options: MakeScenesOptions): SceneSettings {
  checkOptions("makeScenes", options, known);
  const {
    seed = 0,
    imageSize = 32,
    personRate = 0.5,
    objects = 6,
    figureHeight = [0.3, 0.6],
    spread = 1,
    lookAlikes = 0.2,
    conditions = {},
    labelNoise = 0,
    ambiguity = 0,
  } = options;
  checkCount("samples", samples, 1, 100_000_000);
  checkSeed(seed);
  checkCount("imageSize", imageSize, 16, 224);
  checkRate("personRate", personRate);
  checkCount("objects", objects, 1, 40);
  checkHeights(figureHeight);
  checkRate("spread", spread);
  checkRate("lookAlikes", lookAlikes);
  checkConditions(conditions);
  checkRate("labelNoise", labelNoise);
  checkRate("ambiguity", ambiguity);
  const most = greatestAmbiguity(personRate);
  if (ambiguity > most)
    throw new UsageError({
      got: `ambiguity is ${ambiguity} at personRate ${personRate}.`,
      expected: `at most ${most.toPrecision(3)}: too few images are of the rarer class to be mistaken.`,
      fix: `pass { ambiguity: ${(Math.floor(most * 100) / 100).toString()} } or a personRate nearer to 0.5.`,
    });
  return {
    seed,
    imageSize,
    personRate,
    objects,
    figureHeight,
    spread,
    lookAlikes,
    conditions,
    labelNoise,
    ambiguity,
  };
}

function checkHeights(heights: readonly [number, number]): void {
  const [smallest, greatest] = heights;
  if (heights.length === 2 && smallest >= 0.05 && greatest <= 1 && smallest <= greatest) return;
  throw new UsageError({
    got: `figureHeight is [${heights.join(", ")}].`,
    expected: "two shares of the picture's side from 0.05 to 1, the smaller first.",
    fix: "pass { figureHeight: [0.3, 0.6] }.",
  });
}

function checkConditions(conditions: Partial<Record<Condition, number>>): void {
  for (const [name, share] of Object.entries(conditions)) {
    if (!(conditionNames as readonly string[]).includes(name)) {
      const meant = nearestName(name, conditionNames);
      throw new UsageError({
        got: `conditions has "${name}", which does not exist.`,
        expected: `some of ${conditionNames.map((known) => `"${known}"`).join(", ")}.`,
        fix: meant === undefined ? `remove "${name}".` : `write "${meant}" instead of "${name}".`,
      });
    }
    checkRate(`conditions.${name}`, share);
  }
}
