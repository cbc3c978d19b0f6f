import type * as tf from "@tensorflow/tfjs";
import { checkOptions, type Dataset, UsageError, withCellSignal } from "../../core/index.js";
import { validationSplit as holdOut } from "../../data/index.js";
import { assertFits } from "../assert-fits.js";
import { assertNumber } from "../assert-number.js";
import type { BatchLoss } from "../losses/batch-loss.js";
import { lossOf } from "../losses/loss-of.js";
import { assertMemory } from "../memory/assert-memory.js";
import { estimateMemory } from "../memory/estimate-memory.js";
import type { OptimizerSettings } from "../optimizers/optimizer-settings.js";
import { ruleOf } from "../optimizers/rule-of.js";
import type { Schedule } from "../schedules/schedule.js";
import { assertTrainable } from "./assert-trainable.js";
import { type EarlyStopping, earlyStoppingOf } from "./early-stopping.js";
import { type FitOptions, fitOptionNames } from "./fit-options.js";

/** What `fit` is to do, with every default in its place and everything checked. */
export interface Plan {
  readonly model: tf.LayersModel;
  readonly train: Dataset;
  readonly trainVal: Dataset | undefined;
  readonly testVal: Dataset | undefined;
  readonly epochs: number;
  readonly batchSize: number;
  readonly gradientAccumulation: number;
  /** Updates in one epoch. */
  readonly stepsPerEpoch: number;
  /** Updates in all. */
  readonly steps: number;
  readonly seed: number;
  readonly optimizer: OptimizerSettings;
  readonly loss: BatchLoss;
  readonly rate: Schedule;
  readonly trainErrorSamples: number;
  readonly earlyStopping: EarlyStopping | undefined;
  /** As the caller gave them. */
  readonly options: FitOptions;
}

/**
 * Everything that can be known to be wrong is told here, before training.
 *
 * @throws UsageError where model, data or options do not fit together
 */
export async function planOf(model: tf.LayersModel, given: Dataset, options: FitOptions): Promise<Plan> {
  checkOptions("fit", options, fitOptionNames);
  const { epochs = 10, gradientAccumulation = 1, seed = 0, learningRate = 3e-4 } = options;
  assertNumber("fit", { epochs }, { whole: true, above: 0 });
  assertNumber("fit", { gradientAccumulation }, { whole: true, above: 0 });
  assertNumber("fit", { seed }, {});
  for (const name of ["l2", "labelSmoothing"] as const)
    assertNumber("fit", { [name]: options[name] ?? 0 }, { from: 0 });
  for (const name of ["clipNorm", "clipValue"] as const)
    assertNumber("fit", { [name]: options[name] ?? 1 }, { above: 0 });
  if (typeof learningRate === "number") assertNumber("fit", { learningRate }, { above: 0 });
  const optimizer = settingsOf(options.optimizer ?? "adam");
  ruleOf(optimizer);
  assertMemory(estimateMemory(model, { batchSize: 1, optimizer })); // a sample is asked for an answer below
  await assertFits("fit", model, given, "the training set");
  assertTrainable(model);
  const { train, trainVal } = splitOf(given, options, seed);
  const { testVal } = options;
  const { batchSize = Math.min(32, train.size), trainErrorSamples = train.size } = options;
  assertNumber("fit", { batchSize }, { whole: true, above: 0 });
  assertBatchSize(batchSize, train.size);
  assertMemory(estimateMemory(model, { batchSize, optimizer }));
  assertNumber("fit", { trainErrorSamples }, { whole: true, above: 0 });
  if (trainVal) await assertFits("fit", model, trainVal, "trainVal");
  if (testVal) await assertFits("fit", model, testVal, "testVal");
  const { loss = "crossEntropy", classWeights, labelSmoothing = 0 } = options;
  const stepsPerEpoch = Math.ceil(train.size / (batchSize * gradientAccumulation));
  const steps = epochs * stepsPerEpoch;
  const rate = typeof learningRate === "number" ? () => learningRate : learningRate;
  assertRates(rate, steps);
  return {
    ...{ model, train, trainVal, testVal, epochs, batchSize, gradientAccumulation, stepsPerEpoch },
    ...{ steps, seed, rate, optimizer, trainErrorSamples, options: withCellSignal(options) },
    loss: lossOf({ loss, classWeights, labelSmoothing }, train),
    earlyStopping: earlyStoppingOf(options.earlyStopping, { trainVal, testVal }),
  };
}

function settingsOf(optimizer: NonNullable<FitOptions["optimizer"]>): OptimizerSettings {
  return typeof optimizer === "string" ? { name: optimizer } : optimizer;
}

function splitOf(
  given: Dataset,
  { trainVal, validationSplit }: FitOptions,
  seed: number,
): { train: Dataset; trainVal: Dataset | undefined } {
  if (validationSplit === undefined) return { train: given, trainVal };
  assertNumber("fit", { validationSplit }, { above: 0, below: 1 });
  if (trainVal !== undefined)
    throw new UsageError({
      got: "fit got both trainVal and validationSplit.",
      expected: "one of the two: validationSplit makes a trainVal out of the training set.",
      fix: "leave one of them out.",
    });
  const { train, validation } = holdOut(given, { fraction: validationSplit, seed });
  return { train, trainVal: validation };
}

/** Looks at a thousand of a schedule's rates. */
function assertRates(rate: Schedule, steps: number): void {
  for (let step = 0; step < steps; step += Math.ceil(steps / 1000)) {
    const value = rate(step, steps);
    if (Number.isFinite(value) && value >= 0) continue;
    throw new UsageError({
      got: `the schedule of fit's learningRate gives ${String(value)} at update ${step} of ${steps}.`,
      expected: "a finite number of 0 or more for every update.",
      fix: "take one of training.cosine, stepDecay, warmUp, oneCycle, or repair the function.",
    });
  }
}

function assertBatchSize(batchSize: number, samples: number): void {
  if (batchSize <= samples) return;
  throw new UsageError({
    got: `fit got batchSize = ${batchSize} and a training set of ${samples} ${samples === 1 ? "sample" : "samples"}.`,
    expected: "a batch that is no larger than the set.",
    fix: `pass { batchSize: ${samples} } or less, or leave it out.`,
  });
}
