import * as tf from "@tensorflow/tfjs";
import { checkOptions, type Dataset, permutation, randomSource } from "../../core/index.js";
import { assertNumber } from "../assert-number.js";
import type { FitOptions } from "../fit/fit-options.js";
import { tensorsOf } from "../fit/loss-sum.js";
import { madeBatches } from "../fit/made-batches.js";
import { type Plan, planOf } from "../fit/plan.js";
import { runUpdate } from "../fit/run-update.js";
import { seededNoise } from "../noise/seeded-noise.js";
import { RuleOptimizer } from "../optimizers/rule-optimizer.js";
import { probabilitiesOf } from "../probabilities.js";
import { scores } from "../scores.js";
import { updateStep } from "../step/update-step.js";
import { chooseRates } from "./choose-rates.js";
import type { LearningRateRange, LearningRateTrial } from "./learning-rate-range.js";

/** What of `fit`'s options decides which rates are good. */
const sharedNames = [
  ...["batchSize", "optimizer", "loss", "classWeights", "labelSmoothing", "l2", "clipNorm", "clipValue"],
  ...["augment", "signal"],
] as const;

/** Options for {@link suggestLearningRate}; those that it shares with `fit` should be the same there. */
export interface SuggestLearningRateOptions
  extends Pick<
    FitOptions,
    | "batchSize"
    | "optimizer"
    | "loss"
    | "classWeights"
    | "labelSmoothing"
    | "l2"
    | "clipNorm"
    | "clipValue"
    | "augment"
    | "signal"
  > {
  /** The lowest rate; defaults to 1e-6. */
  from?: number;
  /** The highest rate; defaults to 10. */
  to?: number;
  /** Rates for each factor of ten; defaults to 2. */
  perDecade?: number;
  /** Updates at each rate; defaults to 20. */
  updates?: number;
  /** How often each rate is tried, each time with other batches; defaults to 3. */
  repeats?: number;
  /** Training samples whose loss is looked at; defaults to 512, or all where there are fewer. */
  samples?: number;
}

/**
 * Tries learning rates from low to high, each for a few updates from the model's weights as they are, and says
 * where the good ones lie. Afterwards the weights are as before.
 *
 * A sweep that raises the rate in the course of one training says as much of its batches and of what happened at lower
 * rates as of the rate. Here every rate has the same start, the same batches and the same samples to be judged by; there is
 * no seed to choose, and another initialization seldom moves the suggestion by more than one rate.
 *
 * A short training likes high rates: for a long one without a falling schedule, a third of the suggestion is safer.
 *
 * @param model - from [batch, …sample] to probabilities, shape [batch, classes]
 * @throws UsageError when model, data or options do not fit together; the signal's reason when it is aborted
 * @see L. Smith, "Cyclical Learning Rates for Training Neural Networks" (2017), section 3.3, on the range test
 */
export async function suggestLearningRate(
  model: tf.LayersModel,
  train: Dataset,
  options: SuggestLearningRateOptions = {},
): Promise<LearningRateRange> {
  const own = ["from", "to", "perDecade", "updates", "repeats", "samples"] as const;
  checkOptions("suggestLearningRate", options, [...sharedNames, ...own]);
  const {
    from = 1e-6,
    to = 10,
    perDecade = 2,
    updates = 20,
    repeats = 3,
    samples = 512,
    ...shared
  } = options;
  for (const count of [{ perDecade }, { updates }, { repeats }, { samples }])
    assertNumber("suggestLearningRate", count, { whole: true, above: 0 });
  assertNumber("suggestLearningRate", { from }, { above: 0 });
  assertNumber("suggestLearningRate", { to }, { above: from });
  const plan = await planOf(model, train, { ...shared, epochs: 1 });

  const start = model.weights.map((weight) => weight.read().clone());
  const restore = (): void => {
    for (const [i, value] of start.entries()) (model.weights[i]!.read() as tf.Variable).assign(value);
  };
  const looked = permutation(train.size, randomSource(0, "rate test, looked at")).subarray(0, samples);
  const loss = (): Promise<number> => lossOn(plan, looked);
  const trials: LearningRateTrial[] = [];
  try {
    const lossBefore = await loss();
    for (const learningRate of ratesBetween(from, to, perDecade)) {
      const losses: number[] = [];
      for (let repeat = 0; repeat < repeats; repeat++) {
        await trainBriefly(plan, learningRate, { updates, repeat });
        losses.push(await loss());
        restore();
      }
      const mean = losses.reduce((sum, value) => sum + value, 0) / repeats;
      trials.push({ learningRate, losses, loss: Number.isFinite(mean) ? mean : Number.POSITIVE_INFINITY });
      if (trials.length > 1 && trials.slice(-2).every((trial) => !(trial.loss < spoiled * lossBefore))) break;
    }
    return { trials, lossBefore, ...chooseRates(trials, lossBefore) };
  } finally {
    restore();
    tf.dispose(start);
  }
}

/** A loss so many times what it was is a model that has been spoiled. */
const spoiled = 2;

function ratesBetween(from: number, to: number, perDecade: number): number[] {
  const count = Math.floor(Math.log10(to / from) * perDecade + 1e-9) + 1;
  return Array.from({ length: count }, (_, i) => Number((from * 10 ** (i / perDecade)).toPrecision(2)));
}

async function trainBriefly(
  plan: Plan,
  learningRate: number,
  { updates, repeat }: { updates: number; repeat: number },
): Promise<void> {
  const { model, train, batchSize, options } = plan;
  const { l2 = 0, clipNorm, clipValue } = options;
  const optimizer = new RuleOptimizer(plan.optimizer, learningRate);
  const source = madeBatches(plan);
  const step = updateStep(model, optimizer, source.open, { loss: plan.loss, l2, clipNorm, clipValue });
  const noise = seededNoise(model, repeat);
  const perPass = Math.ceil(train.size / batchSize);
  try {
    for (let update = 0; update < updates; update++) {
      const epoch = 1 + Math.floor(update / perPass);
      const order = permutation(train.size, randomSource(repeat, "rate test", epoch));
      const rows = order.subarray((update % perPass) * batchSize, ((update % perPass) + 1) * batchSize);
      const seen = await runUpdate({ plan, source, step, noise }, rows, { step: update, epoch });
      tf.dispose(tensorsOf(seen ?? []));
      options.signal?.throwIfAborted();
    }
  } finally {
    noise.release();
    step.dispose();
    optimizer.dispose();
  }
}

async function lossOn({ model, train, options }: Plan, rows: Uint32Array): Promise<number> {
  const labels = Int32Array.from(rows, (row) => train.labels[row]!);
  return scores(
    await probabilitiesOf(model, train, {
      functionName: "suggestLearningRate",
      signal: options.signal,
      indices: rows,
    }),
    labels,
  ).loss;
}
