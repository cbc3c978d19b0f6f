import type { Dataset, History } from "../../core/index.js";
import type { CheckpointOptions } from "../checkpoints/checkpoint-options.js";
import type { ClassWeightsChoice, LossChoice } from "../losses/loss-of.js";
import type { OptimizerName, OptimizerSettings } from "../optimizers/optimizer-settings.js";
import type { StepReport } from "../progress/step-report.js";
import type { Schedule } from "../schedules/schedule.js";
import type { AugmentHook } from "./augment-hook.js";
import type { EarlyStoppingOptions } from "./early-stopping.js";

/** Options for {@link fit}. */
export interface FitOptions {
  /** Passes over the training set; defaults to 10. */
  epochs?: number;
  /** Samples per batch; defaults to 32, or to all where there are fewer. The last batch of an epoch may be smaller. */
  batchSize?: number;
  /** A rate for all updates, or a schedule; defaults to 3e-4, which is seldom far off for Adam. */
  learningRate?: number | Schedule;
  /** By name, or with settings, as in `{ name: "adamW", weightDecay: 0.05 }`; defaults to "adam". */
  optimizer?: OptimizerName | OptimizerSettings;
  /** What is minimised: "crossEntropy", "focal", or a function of labels and output; defaults to "crossEntropy". */
  loss?: LossChoice;
  /** Factors for the classes in the loss, or "balanced" or "effectiveNumber" of the training labels; defaults to 1 for each. */
  classWeights?: ClassWeightsChoice;
  /** The share of each label that is spread over all classes; defaults to 0. */
  labelSmoothing?: number;
  /** Adds l2 · Σ w² to the loss, over all weights of two axes and more; defaults to 0. */
  l2?: number;
  /** Gradients are scaled down together where their joint norm is above this; defaults to no limit. */
  clipNorm?: number;
  /** Each gradient is cut off at plus and minus this; defaults to no limit. */
  clipValue?: number;
  /** Batches whose gradients make one update, as if they were one large batch; defaults to 1. */
  gradientAccumulation?: number;
  /** Seed of order, dropout and noise; defaults to 0. The same seed gives the same weights on the same backend. */
  seed?: number;
  /** Validation from the training distribution, scored after each epoch. */
  trainVal?: Dataset;
  /** Validation from the test distribution, scored after each epoch. */
  testVal?: Dataset;
  /** Instead of `trainVal`: the share of the training set to hold out for it, with each class in proportion. */
  validationSplit?: number;
  /** Training samples scored in evaluation mode after each epoch, one fixed random subset; defaults to all of them. */
  trainErrorSamples?: number;
  /** Ends the training when a validation set gets no better; defaults to never. */
  earlyStopping?: EarlyStoppingOptions;
  /** Changes training batches before pixels are scaled; scores are taken without it. Defaults to none. */
  augment?: AugmentHook;
  /** Where to keep the state of the training, to go on from after a crash; defaults to nowhere. */
  checkpoint?: CheckpointOptions;
  /** Whether the step may run as one compiled call, where the backend can; defaults to true. The history says whether it did. */
  compiled?: boolean;
  /** Whether to show how far the training is: lines that move in a cell and in a terminal, else one an epoch; defaults to false. */
  progress?: boolean;
  /** Ends the training within one batch; what was recorded so far is returned. Defaults to Stop in a notebook. */
  signal?: AbortSignal;
  /** Called after each epoch with the history so far; if it returns a promise, training waits for it. */
  onEpoch?: (history: History) => void | Promise<void>;
  /** Called after each update; if it returns a promise, training waits for it. */
  onStep?: (report: StepReport) => void | Promise<void>;
}

/** Every option's name. */
export const fitOptionNames: readonly (keyof FitOptions)[] = [
  "epochs",
  "batchSize",
  "learningRate",
  "optimizer",
  "loss",
  "classWeights",
  "labelSmoothing",
  "l2",
  "clipNorm",
  "clipValue",
  "gradientAccumulation",
  "seed",
  "trainVal",
  "testVal",
  "validationSplit",
  "trainErrorSamples",
  "earlyStopping",
  "augment",
  "checkpoint",
  "compiled",
  "progress",
  "signal",
  "onEpoch",
  "onStep",
];
