import { checkOptions, UsageError } from "../../core/index.js";
import { checkCount, checkRate, checkSeed } from "../check-values.js";
import type { LabelNoise } from "../noise/index.js";
import {
  type ActiveCondition,
  resolveConditions,
  type SceneConditions,
} from "./conditions/condition-setting.js";
import { greatestAmbiguity } from "./figure-truth.js";
import type { ScenePlan } from "./scene.js";
import { type SceneStreams, sceneStreams } from "./streams.js";

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
  lookAlikeShare?: number;
  /**
   * What makes scenes hard, by name: the share of images under it (`{ night: 0.3 }`, severities 1 … 5 equally likely),
   * or `{ share, severity }`. Defaults to none.
   */
  conditions?: SceneConditions;
  /**
   * Share of labels turned to the other class, 0 … 1, or what `addLabelNoise` takes; defaults to 0. The truth stays in
   * the tag `person`.
   */
  labelNoise?: number | LabelNoise;
  /**
   * The error that nobody can avoid, in expectation; defaults to 0. Some figures are half person, half stand-in, and
   * their label is drawn from the probability that this leaves. `bayesError(dataset)` gives the exact value.
   */
  ambiguity?: number;
}

/** The options, complete and in range. */
export interface SceneSettings extends ScenePlan {
  readonly seed: number;
  readonly streams: SceneStreams;
  readonly imageSize: number;
  readonly conditions: readonly ActiveCondition[];
}

const known: (keyof MakeScenesOptions)[] = [
  "seed",
  "imageSize",
  "personRate",
  "objects",
  "figureHeight",
  "spread",
  "lookAlikeShare",
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
    lookAlikeShare = 0.2,
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
  checkRate("lookAlikeShare", lookAlikeShare);
  const active = resolveConditions("makeScenes", conditions);
  if (typeof labelNoise === "number") checkRate("labelNoise", labelNoise);
  checkRate("ambiguity", ambiguity);
  checkAmbiguity(ambiguity, rarest(personRate, active));
  return {
    seed,
    streams: sceneStreams(seed),
    imageSize,
    personRate,
    objects,
    figureHeight,
    spread,
    lookAlikeShare,
    likeness: 0,
    conditions: active,
    labelNoise: typeof labelNoise === "number" ? labelNoise : 0,
    ambiguity,
  };
}

/** The share of persons where the severest imbalance leaves the fewest. */
function rarest(personRate: number, conditions: readonly ActiveCondition[]): number {
  const imbalance = conditions.find(({ name }) => name === "imbalance");
  const plan = { personRate } as ScenePlan;
  return imbalance?.plan?.(plan, imbalance.severity[1]).personRate ?? personRate;
}

function checkAmbiguity(ambiguity: number, personRate: number): void {
  const most = greatestAmbiguity(personRate);
  if (ambiguity <= most) return;
  throw new UsageError({
    got: `ambiguity is ${ambiguity} where one image in ${(1 / Math.min(personRate, 1 - personRate)).toPrecision(3)} is of the rarer class.`,
    expected: `at most ${most.toPrecision(3)}: too few images are of that class to be mistaken.`,
    fix: `pass { ambiguity: ${(Math.floor(most * 1e4) / 1e4).toString()} } or a personRate nearer to 0.5.`,
  });
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
