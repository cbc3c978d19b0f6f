import type { CauseName } from "./cause.js";
import type { RemedyName } from "./remedy-name.js";

/** One remedy of a cause, with the share of the cause that it may be expected to take away. */
export interface Remedy {
  readonly remedy: RemedyName;
  readonly action: string;
  /** Of the cause's size: the least, the expected, the most. */
  readonly share: readonly [low: number, expected: number, high: number];
  readonly basis: string;
  readonly cost: string;
}

const unknown = {
  share: [0, 0.5, 1],
  basis: "no published figure: the middle between nothing and all of it",
} as const;
const whole = { share: [1, 1, 1], basis: "it goes when its cause does" } as const;
const runs = "a few training runs";

/**
 * What helps against each cause. The order is the lecture's, and holds as long as nothing speaks for another one.
 *
 * @see J. Tobin, "Troubleshooting Deep Neural Networks" (2019), on the order of remedies and the worked example;
 *   J. Hestness et al., "Deep Learning Scaling is Predictable, Empirically" (2017), on data: error falls as n^−0.07 to n^−0.35;
 *   T. DeVries and G. Taylor, "Improved Regularization of Convolutional Neural Networks with Cutout" (2017): 4.72 to 3.99 %, 3.87 to 3.08 %;
 *   D. Hendrycks et al., "AugMix" (2020), on corrupted images; D. Wang et al., "Tent" (2021), on adaptation
 */
export const remedies: Readonly<Record<CauseName, readonly Remedy[]>> = {
  bug: [{ remedy: "fixBug", action: "Fix what the doctor found", cost: "minutes to hours", ...unknown }],
  leakage: [
    {
      remedy: "splitAnew",
      action: "Split again so that no sample, and no near copy of one, is in two splits; train again",
      cost: "one training run",
      share: [0, 0, 0],
      basis: "it makes the measurement true, and lowers no error",
    },
  ],
  evaluationMode: [
    {
      remedy: "scoreInEvaluationMode",
      action:
        "Score every split as the model is used: dropout and augmentation off, batch normalization with its stored statistics",
      cost: "minutes",
      share: [0, 1, 1],
      basis: "what only the mode adds goes with it",
    },
  ],
  labelNoise: [
    {
      remedy: "relabel",
      action: "Look at the suspected labels and correct them",
      cost: "labelling",
      ...whole,
    },
    {
      remedy: "trainRobustly",
      action: "Train against wrong labels: leave suspects out, or use a loss that forgives them",
      cost: runs,
      ...unknown,
      share: [0, 0.25, 0.5],
    },
  ],
  classImbalance: [
    {
      remedy: "weightClasses",
      action: "Weight the loss by class, or draw classes equally often",
      cost: runs,
      ...unknown,
    },
    {
      remedy: "collectRareClass",
      action: "Collect or synthesize more of the rare class",
      cost: "labelling",
      ...unknown,
    },
  ],
  avoidableBias: [
    {
      remedy: "biggerModel",
      action: "Make the model bigger: more layers, more units",
      share: [0, 0.68, 1],
      basis: "one worked example: 19 to 6 points by adding layers",
      cost: runs,
    },
    { remedy: "lessRegularization", action: "Reduce regularization", cost: runs, ...unknown },
    { remedy: "trainLonger", action: "Train longer", cost: "one longer run", ...unknown },
    {
      remedy: "errorAnalysis",
      action: "Look at the training errors, sorted by kind",
      cost: "hours of looking",
      ...unknown,
    },
    {
      remedy: "betterArchitecture",
      action: "Take an architecture nearer to the state of the art",
      share: [0, 0.67, 1],
      basis: "one worked example: 6 to 2 points from a LeNet to a ResNet",
      cost: runs,
    },
    {
      remedy: "tune",
      action: "Tune hyperparameters, the learning rate first",
      cost: "tens of runs",
      ...unknown,
    },
    { remedy: "addFeatures", action: "Add features that say more about the label", cost: "days", ...unknown },
  ],
  variance: [
    {
      remedy: "moreData",
      action: "Train on four times the samples",
      share: [0.09, 0.25, 0.38],
      basis: "error falls as n^−0.07 to n^−0.35 (Hestness et al. 2017)",
      cost: "collecting and labelling",
    },
    {
      remedy: "normalization",
      action: "Add batch or layer normalization",
      cost: runs,
      ...unknown,
      share: [0, 0.25, 0.5],
    },
    {
      remedy: "augmentation",
      action: "Augment the training samples",
      share: [0, 0.18, 0.5],
      basis: "Cutout took 15 and 20 % of the test error (DeVries and Taylor 2017)",
      cost: runs,
    },
    {
      remedy: "moreRegularization",
      action: "Regularize more: weight decay, dropout",
      share: [0, 0.34, 0.5],
      basis: "one worked example: 3.5 to 2.3 points by weight decay",
      cost: runs,
    },
    {
      remedy: "errorAnalysis",
      action: "Look at the trainVal errors, sorted by kind",
      cost: "hours of looking",
      ...unknown,
    },
    { remedy: "otherArchitecture", action: "Take another architecture", cost: runs, ...unknown },
    { remedy: "tune", action: "Tune hyperparameters", cost: "tens of runs", ...unknown },
    {
      remedy: "earlyStopping",
      action: "Stop early: a last resort, for it mixes fitting with not over-fitting",
      cost: "none",
      ...unknown,
      share: [0, 0.1, 0.3],
    },
  ],
  distributionShift: [
    {
      remedy: "collectTestLike",
      action: "Look at the testVal errors, and collect training samples like them",
      cost: "collecting and labelling",
      ...unknown,
    },
    {
      remedy: "synthesize",
      action: "Synthesize such training samples, or augment towards them",
      share: [0, 0.55, 0.75],
      basis: "on corrupted CIFAR-10 training with AugMix left 18 % of 44 % error, on another network",
      cost: "hours, and a few runs",
    },
    {
      remedy: "adapt",
      action: "Adapt to the test distribution without labels: batch statistics first",
      share: [-0.1, 0.35, 0.57],
      basis: "from Camelyon17, where DANN did harm, to corrupted CIFAR-10, 43.5 to 18.6 % by Tent",
      cost: "a few runs, and unlabelled samples",
    },
  ],
  validationOverfitting: [
    {
      remedy: "redrawValidation",
      action: "Draw new validation sets, larger ones, and choose the model again",
      share: [0, 0, 1],
      basis: "it makes the choice honest; the test error falls only where another model turns out better",
      cost: "labelling",
    },
  ],
};
